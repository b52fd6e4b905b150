using System.Globalization;

namespace DataEngAnalyzers.Build.Emit.Alembic;

/// <summary>Columns as SQLAlchemy declares them.</summary>
internal static class SqlAlchemyColumns
{
    /// <summary>The type; <see langword="null"/> when nobody knows it, or no type is the same in every version.</summary>
    public static string? TypeOf(ContractColumn column, string engine)
    {
        var type = ColumnType.Parse(engine is "postgres" or "mssql" ? ColumnType.InSql(column.Type, engine) : column.Type);
        return type switch
        {
            { Kind: TypeKind.Text, Sizes: [var length, ..] } => $"sa.String(length={Number(length)})",
            { Kind: TypeKind.Decimal, Sizes: [var precision, var scale] } => $"sa.Numeric(precision={Number(precision)}, scale={Number(scale)})",
            { Kind: TypeKind.Decimal, Sizes: [var precision] } => $"sa.Numeric(precision={Number(precision)})",
            { Kind: TypeKind.Uuid } => engine == "postgres" ? "postgresql.UUID(as_uuid=True)" : null,
            _ => type.Kind switch
            {
                TypeKind.SmallInt => "sa.SmallInteger()",
                TypeKind.Int => "sa.Integer()",
                TypeKind.BigInt => "sa.BigInteger()",
                TypeKind.Decimal => "sa.Numeric()",
                TypeKind.Real => "sa.REAL()",
                TypeKind.Double => "sa.Float(precision=53)",
                TypeKind.Boolean => "sa.Boolean()",
                TypeKind.Text => "sa.Text()",
                TypeKind.Date => "sa.Date()",
                TypeKind.Timestamp => "sa.DateTime()",
                TypeKind.TimestampTz => "sa.DateTime(timezone=True)",
                TypeKind.Time => "sa.Time()",
                TypeKind.Interval => "sa.Interval()",
                TypeKind.Binary => "sa.LargeBinary()",
                TypeKind.Json => "sa.JSON()",
                _ => null,
            },
        };
    }

    public static string Column(string name, string type, bool isNullable) =>
        $"sa.Column({PythonText.Literal(name)}, {type}, nullable={(isNullable ? "True" : "False")})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
