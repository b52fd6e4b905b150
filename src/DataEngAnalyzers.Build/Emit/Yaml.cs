using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataEngAnalyzers.Build.Emit;

/// <summary>Writes YAML that every version of YAML reads alike: a text that is more than a plain word stands in quotes.</summary>
internal static class Yaml
{
    private static readonly Regex Word = new(
        @"^(?!(?:true|false|yes|no|on|off|y|n|null|nan|inf)\z)[A-Za-z_][A-Za-z0-9_.]*(?:[ /-][A-Za-z0-9_.-]+)*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly EmitterSettings Settings = EmitterSettings.Default.WithBestWidth(int.MaxValue).WithIndentedSequences().WithNewLine("\n");

    /// <summary>The lines of a value: maps keep their order.</summary>
    /// <param name="value">Of dictionaries with texts as keys, lists, texts, numbers and truth values.</param>
    public static IEnumerable<string> Lines(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(value, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString().TrimEnd('\n').Split('\n');
    }

    /// <summary>An item of a list: the dash, and all further lines below what follows it.</summary>
    public static IEnumerable<string> Item(string indent, object value)
    {
        var dash = "- ";
        foreach (var line in Lines(value))
        {
            yield return indent + dash + line;
            dash = "  ";
        }
    }

    private static void Write(object value, IEmitter emitter)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> map:
                emitter.Emit(new MappingStart());
                foreach (var pair in map)
                {
                    emitter.Emit(Text(pair.Key));
                    Write(pair.Value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case string text:
                emitter.Emit(Text(text));
                break;
            case IEnumerable<object> items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in items)
                    Write(item, emitter);
                emitter.Emit(new SequenceEnd());
                break;
            case bool flag:
                emitter.Emit(new Scalar(flag ? "true" : "false"));
                break;
            default:
                emitter.Emit(new Scalar(Convert.ToString(value, CultureInfo.InvariantCulture)!));
                break;
        }
    }

    private static Scalar Text(string text) => Word.IsMatch(text)
        ? new Scalar(text)
        : new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true);
}
