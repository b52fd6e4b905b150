using System.Data;
using Dapper;
using RetailWarehouse.Sound.Extract;

namespace RetailWarehouse.Sound.Rejects;

/// <summary>Collects the rejected rows of one source file and writes them with the accepted ones.</summary>
internal sealed class RejectLog(string source)
{
    private readonly List<RejectedRow> _rows = [];

    public void Add<TRow>(SourceLine<TRow> line, string reason) =>
        _rows.Add(new RejectedRow(source, line.Number, reason, line.Raw));

    /// <summary>Replaces what an earlier run rejected of this source, inside the transaction of the load.</summary>
    public void Save(IDbConnection connection, IDbTransaction transaction)
    {
        connection.Execute("DELETE FROM rejected_row WHERE source = @source", new { source }, transaction);
        connection.Execute(
            "INSERT INTO rejected_row (source, line_no, reason, raw) VALUES (@Source, @LineNo, @Reason, @Raw)",
            _rows,
            transaction);
    }
}
