namespace RetailWarehouse.Sound.Rejects;

/// <summary>A row that did not enter the warehouse, and why.</summary>
internal sealed record RejectedRow(string Source, int LineNo, string Reason, string Raw);
