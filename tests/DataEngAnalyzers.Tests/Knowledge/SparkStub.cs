namespace DataEngAnalyzers.Tests.Knowledge;

/// <summary>What the models and tests name of Microsoft.Spark.</summary>
internal static class SparkStub
{
    public const string Source = """
        using System.Collections.Generic;

        namespace Microsoft.Spark.Sql
        {
            public enum SaveMode { Append, Overwrite, ErrorIfExists, Ignore }

            public sealed class SparkSession
            {
                public static Builder Builder() => new();
                public RuntimeConfig Conf() => new();
                public DataFrame Sql(string query) => new();
                public DataFrame Table(string tableName) => new();
                public DataFrame Range(long end) => new();
                public DataFrameReader Read() => new();
            }

            public sealed class Builder
            {
                public Builder Config(string key, string value) => this;
                public SparkSession GetOrCreate() => new();
            }

            public sealed class RuntimeConfig
            {
                public void Set(string key, string value) { }
            }

            public sealed class DataFrame
            {
                public DataFrameWriter Write() => new();
                public DataFrame Filter(string conditionExpr) => this;
                public DataFrame Where(string conditionExpr) => this;
                public DataFrame DropDuplicates() => this;
                public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner") => this;
                public DataFrameNaFunctions Na() => new();
            }

            public sealed class DataFrameNaFunctions
            {
                public DataFrame Drop() => new();
            }

            public sealed class DataFrameReader
            {
                public DataFrameReader Format(string source) => this;
                public DataFrame Load(string path) => new();
                public DataFrame Csv(params string[] paths) => new();
                public DataFrame Json(params string[] paths) => new();
                public DataFrame Parquet(params string[] paths) => new();
                public DataFrame Orc(params string[] paths) => new();
                public DataFrame Text(params string[] paths) => new();
                public DataFrame Table(string tableName) => new();
            }

            public sealed class DataFrameWriter
            {
                public DataFrameWriter Mode(SaveMode saveMode) => this;
                public DataFrameWriter Mode(string saveMode) => this;
                public DataFrameWriter Format(string source) => this;
                public DataFrameWriter Option(string key, string value) => this;
                public DataFrameWriter PartitionBy(params string[] colNames) => this;
                public void Save(string path) { }
                public void Csv(string path) { }
                public void Json(string path) { }
                public void Parquet(string path) { }
                public void Orc(string path) { }
                public void InsertInto(string tableName) { }
                public void SaveAsTable(string tableName) { }
            }
        }
        """;
}
