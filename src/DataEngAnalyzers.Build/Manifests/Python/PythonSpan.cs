using System.Collections.Generic;
using System.Text;
using DataEngAnalyzers.Build.Manifests.Facts;

namespace DataEngAnalyzers.Build.Manifests.Python;

/// <summary>Some tokens of a statement.</summary>
internal readonly record struct PythonSpan(IReadOnlyList<PythonToken> Tokens, int Start, int End)
{
    public Spot Spot => Start < Tokens.Count ? Tokens[Start].Spot : Spot.Start;

    /// <summary>The literal texts in it.</summary>
    public List<string> Texts()
    {
        var texts = new List<string>();
        for (var index = Start; index < End; index++)
        {
            if (Tokens[index].Kind is PythonTokenKind.Text or PythonTokenKind.Format)
                texts.Add(Tokens[index].Value);
        }

        return texts;
    }

    /// <summary>What is written, with single blanks.</summary>
    public string Source()
    {
        var source = new StringBuilder();
        for (var index = Start; index < End; index++)
        {
            var token = Tokens[index];
            var isApart = index > Start && token.Start > Tokens[index - 1].End;
            if (isApart && !Tokens[index - 1].Is("(") && !Tokens[index - 1].Is("[") && !token.Is(")") && !token.Is("]"))
                source.Append(' ');
            source.Append(token.Kind is PythonTokenKind.Text or PythonTokenKind.Format ? "'" + token.Value + "'" : token.Value);
        }

        return source.ToString();
    }
}
