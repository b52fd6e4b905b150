namespace DataEngAnalyzers.Build.Sarif;

/// <summary>Keys of what the analyzer says in a result's properties; its public, versioned contract.</summary>
internal static class PropertyKeys
{
    public const string Severity = "dataeng.severity";
    public const string Area = "dataeng.area";
    public const string Dataset = "dataeng.dataset";
    public const string Evidence = "dataeng.evidence";
    public const string Remediation = "dataeng.remediation";
    public const string Symbol = "dataeng.symbol";
    public const string Fingerprint = "dataeng.fingerprint";
    public const string Fix = "dataeng.fix";
    public const string FactsVersion = "dataeng.facts.version";
    public const string Facts = "dataeng.facts.stage";
}
