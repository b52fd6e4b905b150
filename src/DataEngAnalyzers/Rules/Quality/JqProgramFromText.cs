using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules.Quality;

/// <summary>A value becomes part of a jq program: its letters decide which rows the program takes.</summary>
internal sealed class JqProgramFromText : Rule
{
    public JqProgramFromText()
        : base(
            id: "DEA2030",
            severity: Severity.High,
            title: "A value is put into a jq program as text",
            message: "What jq takes of {0} depends on the letters of '{1}': a quote or backslash in it becomes part of the program",
            noFix: "Whether the value is text or JSON, --arg or --argjson, is for the author to say")
    {
    }

    public override void Check(Stage stage, Findings findings)
    {
        foreach (var program in stage.Jq())
        {
            if (program.PutIn is not var (value, where))
                continue;

            findings.Report(this, program.Run.Start, program.Input is { } input ? $"'{input}'" : "its input", value)
                .About(program.Input)
                .Because("it is put in here", where)
                .Remedy("Hand it over with --arg name value, and write $name in the program");
        }
    }
}
