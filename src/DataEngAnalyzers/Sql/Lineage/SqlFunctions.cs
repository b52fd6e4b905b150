using System;
using System.Collections.Generic;

namespace DataEngAnalyzers.Sql.Lineage;

/// <summary>How a function treats its arguments, as far as lineage differs by it.</summary>
internal enum FunctionRole
{
    Scalar,

    /// <summary>Sums up many rows.</summary>
    Aggregate,

    /// <summary>Sums up the values of its WITHIN GROUP (ORDER BY …).</summary>
    OrderedAggregate,

    /// <summary>The first argument decides which of the others is the value.</summary>
    Choice,

    /// <summary>Oracle's DECODE(value, search, result, search, result, default).</summary>
    Decode,

    /// <summary>The second argument decides whether the first is the value.</summary>
    NullIf,

    /// <summary>The first argument names a part of a date, as a bare word.</summary>
    PartFirst,

    /// <summary>One of the arguments may be a part of a date, as a bare word.</summary>
    PartAnywhere,

    /// <summary>EXTRACT(part FROM value).</summary>
    Extract,

    /// <summary>TRIM(BOTH x FROM y).</summary>
    Trim,

    /// <summary>A type is the first argument in T-SQL, the second in MySQL.</summary>
    Convert,
}

/// <summary>The functions of the eight dialects that are more than a computation from their arguments.</summary>
internal static class SqlFunctions
{
    private static readonly Dictionary<string, FunctionRole> Roles = FillRoles();

    private static readonly HashSet<string> DateParts = Words(
        "year years yyyy yy y quarter quarters qq q month months mm m mon week weeks wk ww w isoweek iso_week isoyear dayofyear dy doy day days dd d weekday dw dow dayofweek "
        + "isodow hour hours hh h minute minutes mi n min second seconds ss s sec millisecond milliseconds ms microsecond microseconds mcs us nanosecond nanoseconds ns epoch "
        + "decade century millennium timezone timezone_hour timezone_minute tzoffset tz year_month day_hour day_minute day_second hour_minute hour_second minute_second "
        + "epoch_second epoch_millisecond yearofweek weekofyear weekiso dayofweekiso julian date time datetime");

    private static readonly HashSet<string> RowFunctions = Words(
        "unnest generate_series generate_subscripts generate_array generate_date_array range string_split openjson string_to_table regexp_split_to_table regexp_matches "
        + "json_each json_each_text json_tree jsonb_each jsonb_each_text json_array_elements json_array_elements_text jsonb_array_elements jsonb_array_elements_text "
        + "json_to_recordset jsonb_to_recordset json_to_record jsonb_to_record json_populate_recordset jsonb_populate_recordset json_object_keys jsonb_object_keys "
        + "jsonb_path_query json_table xmltable flatten split_to_table table explode posexplode nodes generator sequence");



    private static readonly HashSet<string> TypeWords = Words(
        "bigint binary bit char character date datetime datetime2 datetimeoffset decimal float image int integer money nchar ntext numeric nvarchar real signed smalldatetime "
        + "smallint smallmoney sql_variant text time timestamp tinyint uniqueidentifier unsigned varbinary varchar xml json double");

    private static readonly HashSet<string> SessionWords = Words("current_user session_user system_user current_role current_catalog current_schema");

    public static FunctionRole RoleOf(string name) => Roles.TryGetValue(name, out var role) ? role : FunctionRole.Scalar;

    public static bool IsDatePart(SqlTokens tokens, int at) => tokens.Is(at, SqlTokenKind.Word) && tokens[at].Length < 20 && DateParts.Contains(tokens.Text(at));

    public static bool IsType(SqlTokens tokens, int at) => tokens.Is(at, SqlTokenKind.Word) && tokens[at].Length < 20 && TypeWords.Contains(tokens.Text(at));

    /// <summary>A word that names something of the session or of the reading itself, and no column.</summary>
    public static bool IsSessionWord(SqlTokens tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind is SqlTokenKind.Word && token.Length > 2 && tokens.Source.Text[token.Start] is '@' && tokens.Source.Text[token.Start + 1] is '@')
            return true;
        if (token.Kind is not SqlTokenKind.Word || token.Length is < 4 or > 15 || tokens.Is(at + 1, SqlTokenKind.Dot) || tokens.Is(at + 1, SqlTokenKind.OpenParen))
            return false;
        if (tokens.Spells(at, "user") || tokens.Spells(at, "rownum"))
            return tokens.Dialect is SqlDialect.Oracle || (tokens.Spells(at, "user") && tokens.Dialect is SqlDialect.PostgreSql or SqlDialect.TSql);
        if (tokens.Spells(at, "level"))
            return tokens.Dialect is SqlDialect.Oracle;
        return SessionWords.Contains(tokens.Text(at));
    }

    /// <summary>A column that tables have without declaring it.</summary>
    public static bool IsSystemColumn(string name, SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => SqlWords.Same(name, "ctid") || SqlWords.Same(name, "xmin") || SqlWords.Same(name, "xmax") || SqlWords.Same(name, "tableoid"),
        SqlDialect.Sqlite => SqlWords.Same(name, "rowid") || SqlWords.Same(name, "_rowid_") || SqlWords.Same(name, "oid"),
        SqlDialect.Oracle or SqlDialect.DuckDb => SqlWords.Same(name, "rowid"),
        SqlDialect.BigQuery => SqlWords.Same(name, "_PARTITIONTIME") || SqlWords.Same(name, "_PARTITIONDATE") || SqlWords.Same(name, "_TABLE_SUFFIX"),
        _ => false,
    };

    public static bool IsXmlMethod(string name) => SqlWords.Same(name, "value") || SqlWords.Same(name, "query") || SqlWords.Same(name, "exist");

    /// <summary>A table function that makes its rows from its arguments alone.</summary>
    public static bool MakesRowsOfArguments(string name) => RowFunctions.Contains(name) || name == "rows from";

    private static Dictionary<string, FunctionRole> FillRoles()
    {
        var roles = new Dictionary<string, FunctionRole>(StringComparer.OrdinalIgnoreCase);
        Add(FunctionRole.Aggregate, "sum avg min max count count_big stdev stdevp stddev stddev_pop stddev_samp var varp variance var_pop var_samp string_agg array_agg list "
            + "listagg group_concat json_agg jsonb_agg json_object_agg jsonb_object_agg json_arrayagg json_objectagg json_group_array json_group_object object_agg xmlagg "
            + "bool_and bool_or every booland_agg boolor_agg logical_and logical_or bit_and bit_or bit_xor bitand_agg bitor_agg any_value approx_count_distinct approx_distinct "
            + "approx_quantiles approx_top_count hll hll_count count_if countif sum_if sumif median corr covar_pop covar_samp regr_slope regr_intercept regr_count regr_r2 regr_avgx "
            + "regr_avgy checksum_agg arg_max arg_min argmax argmin max_by min_by histogram product kurtosis skewness entropy collect_list collect_set total wm_concat "
            + "stats_mode quantile quantile_cont quantile_disc favg fsum geomean range_agg array_concat_agg array_agg_distinct array_unique_agg minmax");
        Add(FunctionRole.OrderedAggregate, "percentile_cont percentile_disc mode approx_percentile percentile_approx");
        Add(FunctionRole.Choice, "iif if choose nvl2");
        Add(FunctionRole.Decode, "decode");
        Add(FunctionRole.NullIf, "nullif nullifzero");
        Add(FunctionRole.PartFirst, "datepart dateadd datediff datediff_big datename datetrunc date_bucket timestampadd timestampdiff timeadd timediff_part");
        Add(FunctionRole.PartAnywhere, "date_trunc timestamp_trunc datetime_trunc time_trunc date_diff timestamp_diff datetime_diff time_diff last_day trunc next_day date_part");
        Add(FunctionRole.Extract, "extract");
        Add(FunctionRole.Trim, "trim");
        Add(FunctionRole.Convert, "convert try_convert");
        return roles;

        void Add(FunctionRole role, string names)
        {
            foreach (var name in names.Split(' '))
                roles.Add(name, role);
        }
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
