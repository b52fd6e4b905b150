using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The command line of a program that is started: the parts of the call, or of the object that describes the start.</summary>
internal sealed class CommandText
{
    private const string ArgumentList = "ArgumentList";
    private const string StartInfo = "StartInfo";

    private static readonly HashSet<string> Shells = new(System.StringComparer.OrdinalIgnoreCase) { "bash", "sh", "zsh", "cmd", "powershell", "pwsh" };

    private readonly DataOperation _start;
    private readonly PipelineContext _context;

    public CommandText(DataOperation start, PipelineContext context)
    {
        _start = start;
        _context = context;
    }

    /// <summary>Program and arguments, those of a command that is handed to a shell in its place.</summary>
    public List<CommandWord> Words()
    {
        var info = Info();
        var name = _start.Call["name"] ?? Member(info, "FileName");
        var words = name is { } program ? CommandWord.Split(Read(program)) : [];
        words.AddRange(Lines(info).SelectMany(CommandWord.Split));
        words.AddRange(Listed(info));

        // bash -c "jq '.orders' in.json": what stands in quotes is a command line of its own.
        var line = words.Count > 0 && Shells.Contains(words[0].Program) ? words.FindIndex(word => word.Text is "-c" or "-lc" or "/c" or "/C" or "-Command") + 1 : 0;
        if (line > 0 && line < words.Count && words[line] is { EndsCommand: false } inner)
        {
            words.RemoveAt(line);
            words.InsertRange(line, CommandWord.Split(inner));
        }

        return words;
    }

    private CommandWord Read(Value text) => CommandWord.Of(HostText.Read(text, _context));

    private Value? Info()
    {
        if (_start.Call["info"] is { } info)
            return info;
        if (_start.Call.Receiver is not { } process)
            return null;

        return _context.Handles.Of(process, StartInfo, null, _start.Call.Operation) ?? InfoOf(process);
    }

    // process.StartInfo.FileName = "jq";
    private Value? InfoOf(Value process)
    {
        var holder = _context.Values.HolderOf(process);
        return _start.Call.Frame.Body.Descendants().OfType<IPropertyReferenceOperation>()
            .Where(use => use is { Property.Name: StartInfo, Instance: { } owner } && SymbolEqualityComparer.Default.Equals(_context.Values.HolderOf(process.At(owner)), holder))
            .Select(use => (Value?)process.At(use))
            .FirstOrDefault();
    }

    private Value? Member(Value? info, string property) =>
        info is { } start ? _context.Handles.Of(start, property, null, _start.Call.Operation) ?? ConstructedWith(start, property) : null;

    private Value? ConstructedWith(Value info, string property)
    {
        var made = _context.Values.Resolve(info);
        return made.Operation is IObjectCreationOperation { Arguments: var arguments }
            && arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, property, System.StringComparison.OrdinalIgnoreCase)) is { } argument
                ? made.At(argument.Value)
                : null;
    }

    private IEnumerable<CommandWord> Lines(Value? info)
    {
        if ((_start.Call["arguments"] ?? Member(info, "Arguments")) is { } arguments && !IsList(arguments))
            yield return Read(arguments);
    }

    // new ProcessStartInfo("jq", ["-c", ".orders"]), ArgumentList = { "-c", ".orders" }, info.ArgumentList.Add(".orders")
    private IEnumerable<CommandWord> Listed(Value? info)
    {
        if ((_start.Call["arguments"] ?? Member(info, "Arguments")) is { } list && IsList(list))
        {
            foreach (var element in TextReading.SequenceOf(_context.Values.Resolve(list)) ?? [])
                yield return Read(element);
        }

        if (info is not { } start)
            yield break;
        var made = _context.Values.Resolve(start);
        if (made.Operation is IObjectCreationOperation { Initializer: { } initializer })
        {
            foreach (var added in initializer.Initializers.OfType<IMemberInitializerOperation>().Where(member => IsArgumentList(member.InitializedMember)).SelectMany(member => member.Initializer.Initializers).OfType<IInvocationOperation>())
                yield return Read(made.At(added.Arguments[0].Value));
        }

        var holder = _context.Values.HolderOf(start);
        foreach (var call in start.Frame.Body.Descendants().OfType<IInvocationOperation>())
        {
            if (call is { TargetMethod.Name: "Add", Instance: IPropertyReferenceOperation { Instance: { } owner } property, Arguments: [{ Value: var word }] } && IsArgumentList(property) && holder is not null && SymbolEqualityComparer.Default.Equals(_context.Values.HolderOf(start.At(owner)), holder))
                yield return Read(start.At(word));
        }
    }

    private static bool IsList(Value arguments) => arguments.Operation.Type?.SpecialType != SpecialType.System_String;

    private static bool IsArgumentList(IOperation member) => member is IPropertyReferenceOperation { Property.Name: ArgumentList };
}
