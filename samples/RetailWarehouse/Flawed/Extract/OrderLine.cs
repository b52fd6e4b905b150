namespace RetailWarehouse.Flawed.Extract;

/// <summary>A line of <c>orders.csv</c>, typed.</summary>
internal sealed record OrderLine(
    string OrderId,
    string LineNo,
    string CustomerId,
    string ProductId,
    DateTime OrderDate,
    int Quantity,
    decimal UnitPrice);
