namespace RetailWarehouse.Sound.Extract;

/// <summary>What must hold for a row to enter the warehouse; each check answers with the reason to reject it, or null.</summary>
internal static class RowRules
{
    public static string? Validate(CustomerRow row) => row switch
    {
        { CustomerId: "" } => "customer_id is missing",
        { Name: "" } => "name is missing",
        _ when !row.Email.Contains('@') => "email is not an address",
        { Country.Length: not 2 } => "country is not a two-letter code",
        _ when !Field.IsDate(row.SignupDate) => "signup_date is not a date",
        _ => null,
    };

    public static string? Validate(ProductRow row) => row switch
    {
        { ProductId: "" } => "product_id is missing",
        { Category: "" } => "category is missing",
        _ when !Field.IsAmount(row.UnitPrice) => "unit_price is not an amount",
        { Currency: not ("EUR" or "USD") } => "currency is unknown",
        { Active: not ("0" or "1") } => "active is neither 0 nor 1",
        _ => null,
    };

    public static string? Validate(OrderRow row) => row switch
    {
        { OrderId: "" } => "order_id is missing",
        { CustomerId: "" } => "customer_id is missing",
        { ProductId: "" } => "product_id is missing",
        _ when !Field.IsWithin(row.LineNo, 1, 999) => "line_no is not a line number",
        _ when !Field.IsDate(row.OrderDate) => "order_date is not a date",
        _ when !Field.IsWithin(row.Quantity, 1, 10_000) => "quantity is out of range",
        _ when !Field.IsAmount(row.UnitPrice) => "unit_price is not an amount",
        _ => null,
    };

    public static string? Validate(ReturnRow row) => row switch
    {
        { ReturnId: "" } => "return_id is missing",
        { OrderId: "" } => "order_id is missing",
        _ when !Field.IsWithin(row.LineNo, 1, 999) => "line_no is not a line number",
        _ when !Field.IsDate(row.ReturnDate) => "return_date is not a date",
        _ when !Field.IsWithin(row.Quantity, 1, 10_000) => "quantity is out of range",
        { Reason: "" } => "reason is missing",
        _ => null,
    };
}
