using RetailWarehouse.Sound.Extract;

namespace RetailWarehouse.Sound.Staging;

/// <summary>A row of <c>stg_return</c>; it keeps its source line, so that a later step can still reject it.</summary>
internal sealed record StagedReturn(
    string ReturnId,
    string OrderId,
    int LineNo,
    DateOnly ReturnDate,
    int Quantity,
    string Reason,
    int SourceLine,
    string SourceRecord)
{
    /// <summary>Types a row that has passed <see cref="RowRules.Validate(ReturnRow)"/>.</summary>
    public static StagedReturn From(SourceLine<ReturnRow> line) => new(
        line.Row.ReturnId,
        line.Row.OrderId,
        Field.Integer(line.Row.LineNo),
        Field.Date(line.Row.ReturnDate),
        Field.Integer(line.Row.Quantity),
        line.Row.Reason,
        line.Number,
        line.Raw);
}
