namespace LakehouseInterop.Loader.Orders;

/// <summary>How far an order has come; kept as its number.</summary>
internal enum OrderStatus
{
    Placed = 0,
    Shipped = 1,
    Delivered = 2,
    Returned = 3,
}
