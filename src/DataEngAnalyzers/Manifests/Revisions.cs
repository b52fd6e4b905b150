namespace DataEngAnalyzers.Manifests;

/// <summary>What is wrong with the tree of revisions.</summary>
internal enum TreeFlawKind
{
    Unknown,

    /// <summary>Several revisions have no successor.</summary>
    Heads,
    MissingParent,
    Duplicate,
    EmptyDowngrade,
}

/// <summary>A flaw of the tree of revisions.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Revision">The revision it stands in.</param>
/// <param name="Detail">The other revisions concerned.</param>
/// <param name="Place">Where.</param>
internal sealed record TreeFlaw(TreeFlawKind Kind, string Revision, string Detail, ManifestPlace Place);

/// <summary>What a revision does to a schema.</summary>
internal enum RevisionStepKind
{
    Unknown,
    CreateTable,
    DropTable,
    RenameTable,
    AddColumn,
    DropColumn,
    RenameColumn,
    AlterType,
    SetNotNull,
    CreateIndex,

    /// <summary>SQL that nobody has read.</summary>
    Execute,
}

/// <summary>One operation of a revision's way up.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table's own name; <see langword="null"/> when the operation names none.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Place">The operation.</param>
internal sealed record RevisionStep(RevisionStepKind Kind, string? Table, string Revision, ManifestPlace Place)
{
    /// <summary><see langword="null"/> when the operation names none.</summary>
    public string? Schema { get; init; }

    /// <summary><see langword="null"/> when the operation is about the table.</summary>
    public string? Column { get; init; }

    /// <summary><c>to</c>, <c>type</c>, <c>default</c>, <c>nullable</c>, <c>concurrent</c>.</summary>
    public ManifestValues Values { get; init; } = ManifestValues.None;

    /// <summary>Schema and table as people write them.</summary>
    public string? FullName => Schema is null || Table is null ? Table : Schema + "." + Table;
}
