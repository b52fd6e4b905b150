using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>One word of a command line, without the quotes around it.</summary>
/// <param name="Text">Its letters; <see cref="SqlText.HoleMark"/> stands for what is known only at run time.</param>
/// <param name="Holes">What stands in the holes, in order.</param>
/// <param name="EndsCommand">True for what parts two commands of a shell: <c>|</c>, <c>&amp;&amp;</c>, <c>;</c>.</param>
internal sealed record CommandWord(string Text, ImmutableArray<Value> Holes, bool EndsCommand = false)
{
    private const string Extension = ".exe";
    private const string Operators = "|&;\n";

    /// <summary>The name of the program, where the word names one: without folder and extension.</summary>
    public string Program
    {
        get
        {
            var name = Text.Substring(Text.LastIndexOfAny(['/', '\\']) + 1);
            return name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Extension.Length) : name;
        }
    }

    /// <summary>A word that is handed over as a whole.</summary>
    public static CommandWord Of(HostText text) => new(text.Text.Text, text.Holes);

    /// <summary>The words of a command line, as a shell parts them.</summary>
    public static List<CommandWord> Split(CommandWord line)
    {
        var words = new List<CommandWord>();
        var word = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<Value>();
        var hole = 0;
        var isWord = false;
        var quote = '\0';
        for (var at = 0; at < line.Text.Length; at++)
        {
            var letter = line.Text[at];
            if (letter == SqlText.HoleMark)
                holes.Add(line.Holes[hole++]);
            if (quote == '\0' && (letter == ' ' || letter == '\t' || Operators.IndexOf(letter) >= 0))
            {
                End();
                if (letter is not (' ' or '\t'))
                    words.Add(new CommandWord(letter.ToString(), ImmutableArray<Value>.Empty, EndsCommand: true));
            }
            else if (letter == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && (letter is '"' or '\''))
            {
                quote = letter;
                isWord = true;
            }
            else
            {
                // A backslash takes the meaning from a quote; before anything else it is part of a path.
                if (letter == '\\' && quote != '\'' && at + 1 < line.Text.Length && (line.Text[at + 1] is '"' or '\''))
                    letter = line.Text[++at];
                word.Append(letter);
                isWord = true;
            }
        }

        End();
        return words;

        void End()
        {
            if (isWord)
                words.Add(new CommandWord(word.ToString(), holes.ToImmutable()));
            word.Clear();
            holes.Clear();
            isWord = false;
        }
    }
}
