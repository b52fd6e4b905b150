namespace DataEngAnalyzers.Rules;

/// <summary>
/// Keys of <c>Diagnostic.Properties</c>. They reach SARIF as <c>properties.customProperties</c> and are a public, versioned contract.
/// </summary>
internal static class PropertyKeys
{
    /// <summary>Critical, High, Medium or Low.</summary>
    public const string Severity = "dataeng.severity";

    /// <summary>Name of the <see cref="Rules.Area"/>.</summary>
    public const string Area = "dataeng.area";

    /// <summary>The dataset concerned, as the code names it; absent where a finding concerns none.</summary>
    public const string Dataset = "dataeng.dataset";

    /// <summary>What was seen, one clause a site, in the order of the additional locations.</summary>
    public const string Evidence = "dataeng.evidence";

    /// <summary>What to do about it.</summary>
    public const string Remediation = "dataeng.remediation";

    /// <summary>Documentation-comment id of the containing member.</summary>
    public const string Symbol = "dataeng.symbol";

    /// <summary>Sixteen hex digits that stay the same when lines move.</summary>
    public const string Fingerprint = "dataeng.fingerprint";

    /// <summary><c>true</c> when there is a quick fix for the rule, else <c>false</c>.</summary>
    public const string HasFix = "dataeng.fix";

    /// <summary>The version of <see cref="FactsStage"/>.</summary>
    public const string FactsVersion = "dataeng.facts.version";

    /// <summary>What a stage tells the assessment, as JSON.</summary>
    public const string FactsStage = "dataeng.facts.stage";

    /// <summary>Prefix of what a rule hands to its fix; not part of the contract.</summary>
    public const string Fix = "dataeng.fix.";
}
