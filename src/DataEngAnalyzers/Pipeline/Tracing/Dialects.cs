using System;
using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql;

namespace DataEngAnalyzers.Pipeline;

/// <summary>The words for dialects in model rows and options, and the dialect a compilation can only mean.</summary>
internal static class Dialects
{
    /// <summary>Reads a dialect's word, case-insensitive; unknown words are <see cref="SqlDialect.Unknown"/>.</summary>
    public static SqlDialect Parse(string? word) =>
        Enum.TryParse<SqlDialect>(word, ignoreCase: true, out var dialect) && Enum.IsDefined(typeof(SqlDialect), dialect) ? dialect : SqlDialect.Unknown;

    /// <summary>True for engines that run inside the process.</summary>
    public static bool IsEmbedded(this SqlDialect dialect) => dialect is SqlDialect.Sqlite or SqlDialect.DuckDb;

    /// <summary>The dialect of the compilation's database providers, when all of them speak one.</summary>
    public static SqlDialect OnlyProviderOf(ApiCatalog apis) => OnlyOf(apis.OfRole(ApiRole.Dialect));

    /// <summary>The dialect of the providers that some file names the switch of, when all of them speak one.</summary>
    public static SqlDialect ConfiguredIn(PipelineContext context) => OnlyOf(context.Apis.OfRole(ApiRole.Dialect)
        .Where(api => api.SymbolName.Kind == 'M' && context.Compilation.SyntaxTrees.Any(tree => context.Sketches.Of(tree).Words.Contains(WordHash.Of(api.SymbolName.Member)))));

    private static SqlDialect OnlyOf(IEnumerable<ApiModel> providers)
    {
        var only = SqlDialect.Unknown;
        foreach (var api in providers)
        {
            var dialect = Parse(api["sql"]);
            if (only != SqlDialect.Unknown && dialect != only)
                return SqlDialect.Unknown;
            only = dialect;
        }

        return only;
    }
}
