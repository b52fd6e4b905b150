namespace RetailWarehouse.Sound.Extract;

/// <summary>A row of a source file with the place it came from.</summary>
internal sealed record SourceLine<TRow>(int Number, string Raw, TRow Row);
