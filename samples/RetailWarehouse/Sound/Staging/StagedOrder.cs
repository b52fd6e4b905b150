using RetailWarehouse.Sound.Extract;

namespace RetailWarehouse.Sound.Staging;

/// <summary>A row of <c>stg_order</c>; it keeps its source line, so that a later step can still reject it.</summary>
internal sealed record StagedOrder(
    string OrderId,
    int LineNo,
    string CustomerId,
    string ProductId,
    DateOnly OrderDate,
    int Quantity,
    decimal UnitPrice,
    int SourceLine,
    string SourceRecord)
{
    /// <summary>Types a row that has passed <see cref="RowRules.Validate(OrderRow)"/>.</summary>
    public static StagedOrder From(SourceLine<OrderRow> line) => new(
        line.Row.OrderId,
        Field.Integer(line.Row.LineNo),
        line.Row.CustomerId,
        line.Row.ProductId,
        Field.Date(line.Row.OrderDate),
        Field.Integer(line.Row.Quantity),
        Field.Amount(line.Row.UnitPrice),
        line.Number,
        line.Raw);
}
