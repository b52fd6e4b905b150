using DataEngAnalyzers.Pipeline;

namespace DataEngAnalyzers.Rules;

/// <summary>A question to the way up of a migration, be it code, a numbered script or a revision of Alembic.</summary>
internal abstract class MigrationRule : Rule
{
    /// <inheritdoc/>
    protected MigrationRule(string id, Severity severity, string title, string message, string? noFix = null)
        : base(id, severity, title, message, noFix)
    {
    }

    /// <inheritdoc/>
    public sealed override void Check(Stage stage, Findings findings)
    {
        if (stage.Migration is { } migration)
            Check(migration, findings);
    }

    /// <inheritdoc/>
    public sealed override void CheckFiles(PipelineContext context, Findings findings)
    {
        foreach (var migration in RevisionMigrations.Of(context))
            Check(migration, findings);
    }

    /// <summary>Asks the question and reports every step where the answer is bad.</summary>
    public abstract void Check(Migration migration, Findings findings);
}
