namespace DataEngAnalyzers.Pipeline;

/// <summary>The words of <see cref="OperationFacts"/> in the text of summaries.</summary>
internal static class SummaryKeys
{
    public const string Runs = "@runs";
    public const string Text = "@text";
    public const string Kind = "@kind";
    public const string Name = "@name";
    public const string RowType = "@rowtype";
    public const string Mode = "@mode";
    public const string Sink = "@sink";
    public const string Dialect = "@dialect";
    public const string Many = "@many";
    public const string Conditional = "@if";
    public const string Retried = "@retried";
    public const string Verified = "@verified";
    public const string Handler = "@handler";
    public const string Handed = "@handed";
    public const string Checked = "@checked";
    public const string Meant = "@meant";
    public const string All = "@all";
    public const string Room = "@room";
    public const string Traced = "@traced";
    public const string Loops = "@loops";
    public const string Branches = "@ways";
    public const string Attempts = "@tries";
    public const string Told = "@told";

    /// <summary>Begins the line of a <see cref="MemberFlow"/>.</summary>
    public const string Flow = "@flow";
}
