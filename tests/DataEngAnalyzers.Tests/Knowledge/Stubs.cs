namespace DataEngAnalyzers.Tests.Knowledge;

/// <summary>
/// Stubs of libraries, or of former versions, that the tests do not reference: the names and signatures the model rows use, nothing else.
/// </summary>
internal static class Stubs
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        public static class StandardExtensions
        {
            public static DbUp.Builder.UpgradeEngineBuilder WithTransaction(this DbUp.Builder.UpgradeEngineBuilder builder) => builder;
            public static DbUp.Builder.UpgradeEngineBuilder WithTransactionPerScript(this DbUp.Builder.UpgradeEngineBuilder builder) => builder;
        }

        namespace DbUp.Builder
        {
            public class UpgradeEngineBuilder;
        }

        namespace EvolveDb
        {
            public class Evolve(System.Data.Common.DbConnection dbConnection);
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class PollyHttpClientBuilderExtensions
            {
                public static IHttpClientBuilder AddTransientHttpErrorPolicy(this IHttpClientBuilder builder, Func<object, object> configurePolicy) => builder;
                public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, object policy) => builder;
                public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, Func<System.Net.Http.HttpRequestMessage, object> policySelector) => builder;
            }
        }

        namespace Serilog
        {
            public interface ILogger
            {
                void Verbose(string messageTemplate);
                void Debug(string messageTemplate);
                void Information(string messageTemplate);
                void Warning(string messageTemplate);
                void Error(string messageTemplate);
                void Fatal(string messageTemplate);
                void Write(int level, string messageTemplate);
            }

            public static class Log
            {
                public static void Verbose(string messageTemplate) { }
                public static void Debug(string messageTemplate) { }
                public static void Information(string messageTemplate) { }
                public static void Warning(string messageTemplate) { }
                public static void Error(string messageTemplate) { }
                public static void Fatal(string messageTemplate) { }
                public static void Write(int level, string messageTemplate) { }
            }
        }

        namespace NLog
        {
            public interface ILogger
            {
                void Trace(string message);
                void Debug(string message);
                void Info(string message);
                void Warn(string message);
                void Error(string message);
                void Fatal(string message);
            }

            public class Logger
            {
                public void Trace(string message) { }
                public void Debug(string message) { }
                public void Info(string message) { }
                public void Warn(string message) { }
                public void Error(string message) { }
                public void Fatal(string message) { }
            }
        }

        namespace EFCore.BulkExtensions
        {
            using Microsoft.EntityFrameworkCore;

            public static class DbContextBulkExtensions
            {
                public static void BulkInsert<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkInsertAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkInsertOrUpdate<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkInsertOrUpdateAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkInsertOrUpdateOrDelete<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkInsertOrUpdateOrDeleteAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkUpdate<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkUpdateAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkDelete<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkDeleteAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkRead<T>(this DbContext context, IEnumerable<T> entities) { }
                public static Task BulkReadAsync<T>(this DbContext context, IEnumerable<T> entities) => throw null;
                public static void BulkSaveChanges(this DbContext context) { }
                public static Task BulkSaveChangesAsync(this DbContext context) => throw null;
                public static void Truncate<T>(this DbContext context, Type type = null) { }
                public static Task TruncateAsync<T>(this DbContext context, Type type = null) => throw null;
            }
        }

        namespace Oracle.ManagedDataAccess.Client
        {
            using System.Data;

            public class OracleConnection(string connectionString);
            public class OracleTransaction;
            public class OracleException : Exception { public int Number => 0; }
            public class OracleCommand(string cmdText, OracleConnection conn);
            public class OracleDataAdapter(string selectCommandText, OracleConnection selectConnection);

            public class OracleBulkCopy(OracleConnection connection)
            {
                public string DestinationTableName { get; set; }
                public int BulkCopyTimeout { get; set; }
                public void WriteToServer(DataTable table) { }
                public void WriteToServer(DataRow[] rows) { }
                public void WriteToServer(IDataReader reader) { }
            }
        }

        namespace Snowflake.Data.Client
        {
            public class SnowflakeDbConnection(string connectionString);
            public class SnowflakeDbTransaction;
            public class SnowflakeDbCommand(SnowflakeDbConnection connection, string cmdText);
            public class SnowflakeDbDataAdapter(string selectCommandText, SnowflakeDbConnection connection);
        }

        namespace Google.Cloud.BigQuery.V2
        {
            public class BigQueryParameter;
            public class BigQueryInsertRow;

            public abstract class BigQueryClient
            {
                public virtual object ExecuteQuery(string sql, IEnumerable<BigQueryParameter> parameters) => throw null;
                public virtual Task<object> ExecuteQueryAsync(string sql, IEnumerable<BigQueryParameter> parameters) => throw null;
                public virtual object CreateQueryJob(string sql, IEnumerable<BigQueryParameter> parameters) => throw null;
                public virtual Task<object> CreateQueryJobAsync(string sql, IEnumerable<BigQueryParameter> parameters) => throw null;
                public virtual object InsertRow(string datasetId, string tableId, BigQueryInsertRow row) => throw null;
                public virtual Task<object> InsertRowAsync(string datasetId, string tableId, BigQueryInsertRow row) => throw null;
                public virtual object InsertRows(string datasetId, string tableId, IEnumerable<BigQueryInsertRow> rows) => throw null;
                public virtual Task<object> InsertRowsAsync(string datasetId, string tableId, IEnumerable<BigQueryInsertRow> rows) => throw null;
            }
        }
        """;

    /// <summary>Members that stood on other types before their library moved them.</summary>
    public const string FormerVersions = """
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;

        namespace Microsoft.EntityFrameworkCore
        {
            public static class RelationalQueryableExtensions
            {
                public static int ExecuteDelete<TSource>(this IQueryable<TSource> source) => 0;
                public static Task<int> ExecuteDeleteAsync<TSource>(this IQueryable<TSource> source) => throw null;
                public static int ExecuteUpdate<TSource>(this IQueryable<TSource> source, object setPropertyCalls) => 0;
                public static Task<int> ExecuteUpdateAsync<TSource>(this IQueryable<TSource> source, object setPropertyCalls) => throw null;
            }
        }

        namespace LinqToDB.Data
        {
            public class DataConnection;

            public static class DataConnectionExtensions
            {
                public static int Execute(this DataConnection connection, string sql) => 0;
                public static Task<int> ExecuteAsync(this DataConnection connection, string sql) => throw null;
                public static IEnumerable<T> Query<T>(this DataConnection connection, string sql) => throw null;
                public static Task<IEnumerable<T>> QueryAsync<T>(this DataConnection connection, string sql) => throw null;
                public static object BulkCopy<T>(this DataConnection dataConnection, IEnumerable<T> source) => null;
                public static object BulkCopy<T>(this IQueryable<T> table, IEnumerable<T> source) => null;
                public static Task BulkCopyAsync<T>(this DataConnection dataConnection, IEnumerable<T> source) => throw null;
                public static Task BulkCopyAsync<T>(this IQueryable<T> table, IEnumerable<T> source) => throw null;
            }
        }

        namespace Parquet.Serialization
        {
            public class ParquetSerializerOptions
            {
                public int? RowGroupSize { get; set; }
            }
        }

        namespace Parquet
        {
            public class ParquetReader(Stream input);
            public class ParquetWriter(object schema, Stream output, object formatOptions = null, bool append = false);

            public class ParquetRowGroupReader
            {
                public object ReadColumn(object field) => null;
                public Task<object> ReadColumnAsync(object field) => throw null;
            }

            public class ParquetRowGroupWriter
            {
                public void WriteColumn(object column) { }
                public Task WriteColumnAsync(object column) => throw null;
            }

            public static class ParquetConvert
            {
                public static object Serialize<T>(IEnumerable<T> objectInstances, Stream destination) => null;
                public static object Serialize<T>(IEnumerable<T> objectInstances, string filePath) => null;
                public static Task<object> SerializeAsync<T>(IEnumerable<T> objectInstances, Stream destination) => throw null;
                public static Task<object> SerializeAsync<T>(IEnumerable<T> objectInstances, string filePath) => throw null;
                public static T[] Deserialize<T>(Stream input) => null;
                public static T[] Deserialize<T>(string filePath) => null;
                public static Task<T[]> DeserializeAsync<T>(Stream input) => throw null;
                public static Task<T[]> DeserializeAsync<T>(string filePath) => throw null;
            }
        }
        """;
}
