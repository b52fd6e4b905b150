using System.Linq;

namespace DataEngAnalyzers.Build.Emit.Gx;

/// <summary>Writes a suite for Great Expectations for each table.</summary>
internal sealed class GxFiles : IToolWriter
{
    private readonly string? _version;

    public GxFiles(EmitSettings settings) => _version = settings.Gx;

    public Emission Write(CodeFacts code, ToolFolder folder)
    {
        var tables = code.Tables.Where(table => table.Columns.Count > 0).ToList();
        var names = UniqueNames.Of(tables.Select(table => table.Dataset.Id), id => NameOf(tables.First(table => table.Dataset.Id == id).Id));
        var suite = new GxSuite(GxVersion.Of(_version, folder.Path));
        return new Emission(
            tables.Select(table => suite.Write(table, names[table.Dataset.Id])).ToList(),
            code.Tables.Except(tables).Select(table => $"Nothing names a column of {table.Dataset.Name}, so it has no suite").ToList());
    }

    private static string NameOf(TableId id) => $"{id.Group}_{TableId.Identifier(id.Table)}";
}
