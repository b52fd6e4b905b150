using DataEngAnalyzers.Manifests;
using DataEngAnalyzers.Sql;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Pipeline;

/// <summary>What values types hold, and which of them another tool cannot take for its own.</summary>
internal static class TypeFamilies
{
    /// <summary>The family of a column's type as DDL writes it.</summary>
    public static TypeFamily OfSql(string? type, SqlDialect dialect) => SqlType.Parse(type, dialect)?.Family switch
    {
        SqlTypeFamily.Integer => TypeFamily.Int,
        SqlTypeFamily.Decimal => TypeFamily.Decimal,
        SqlTypeFamily.Floating => TypeFamily.Float,
        SqlTypeFamily.Text => TypeFamily.String,
        SqlTypeFamily.Binary => TypeFamily.Binary,
        SqlTypeFamily.Boolean => TypeFamily.Bool,
        SqlTypeFamily.Date => TypeFamily.Date,
        SqlTypeFamily.Time => TypeFamily.Time,
        SqlTypeFamily.DateTime => TypeFamily.Timestamp,
        SqlTypeFamily.DateTimeOffset => TypeFamily.TimestampTz,
        SqlTypeFamily.Guid => TypeFamily.Uuid,
        _ => TypeFamily.Unknown,
    };

    /// <summary>The family of the values of a type; unknown for one that drivers put into columns in more than one way, as enums.</summary>
    public static TypeFamily OfClr(ITypeSymbol? type) => type switch
    {
        null => TypeFamily.Unknown,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => OfClr(inner),
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => TypeFamily.Binary,
        { TypeKind: TypeKind.Enum } => TypeFamily.Unknown,
        { SpecialType: SpecialType.System_String } => TypeFamily.String,
        { SpecialType: SpecialType.System_Boolean } => TypeFamily.Bool,
        { SpecialType: SpecialType.System_Decimal } => TypeFamily.Decimal,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => TypeFamily.Float,
        { SpecialType: SpecialType.System_DateTime } => TypeFamily.Timestamp,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => TypeFamily.Int,
        { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: var name } => name switch
        {
            "DateOnly" => TypeFamily.Date,
            "DateTimeOffset" => TypeFamily.TimestampTz,
            "TimeOnly" or "TimeSpan" => TypeFamily.Time,
            "Guid" => TypeFamily.Uuid,
            _ => TypeFamily.Unknown,
        },
        _ => TypeFamily.Unknown,
    };

    /// <summary>
    /// True when values of one family are none of the other for anybody who reads them. What engines convert without losing anything, or
    /// store under another name as a matter of course, agrees: integers in a decimal, an identifier or JSON in a text.
    /// </summary>
    public static bool Disagree(TypeFamily written, TypeFamily declared)
    {
        if (written == declared || written is TypeFamily.Unknown or TypeFamily.Json or TypeFamily.Array || declared is TypeFamily.Unknown or TypeFamily.Json or TypeFamily.Array)
            return false;
        if (IsNumber(written) && IsNumber(declared))
            return declared == TypeFamily.Int && written != TypeFamily.Int && written != TypeFamily.Bool;
        if (IsTime(written) && IsTime(declared))
            return written == TypeFamily.Time || declared == TypeFamily.Time;
        return !(written is TypeFamily.Uuid or TypeFamily.String && declared is TypeFamily.Uuid or TypeFamily.String)
            && !(written is TypeFamily.Uuid or TypeFamily.Binary && declared is TypeFamily.Uuid or TypeFamily.Binary);
    }

    private static bool IsNumber(TypeFamily family) => family is TypeFamily.Int or TypeFamily.Decimal or TypeFamily.Float or TypeFamily.Bool;

    private static bool IsTime(TypeFamily family) => family is TypeFamily.Date or TypeFamily.Timestamp or TypeFamily.TimestampTz or TypeFamily.Time;
}
