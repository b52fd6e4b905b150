using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// The closed vocabulary of the model files: which keys a role takes, and which words a key.
/// A key written alone takes a reference (a parameter name, <c>this</c>, <c>this.Property</c>, <c>return</c>, <c>type</c>);
/// a key with <c>=</c> takes one of the words behind it.
/// </summary>
internal static class RoleGrammar
{
    private const string ColumnKeys = " type size precision scale nullable default defaultsql computed";

    private const string Formats = "format=csv|json|parquet|text|binary";

    private static readonly Dictionary<string, Role> Roles = Build(
        (ApiRole.Sql, "text rows command connection transaction timeout options partition=PartitionKey returns=rows|count|scalar|query maps=names"),
        (ApiRole.Command, "text rows connection transaction timeout"),
        (ApiRole.CommandText, ""),
        (ApiRole.Enlist, "transaction"),
        (ApiRole.Connection, "text"),
        (ApiRole.ConnectionString, ""),
        (ApiRole.Dialect, "text sql=tsql|postgresql|mysql|sqlite|duckdb|snowflake|bigquery|oracle engine=embedded enlistment=required|constructed lenient=IgnoreCommandTransaction"),
        (ApiRole.Open, "name text inner connection transaction options mode rights start finish batches " + Formats
            + " kind=file|table|copy|collection|container|blob|topic|stream access=read|write|append|unknown"),
        (ApiRole.Read, "from name url filter connection kind=table returns=rows|scalar " + Formats),
        (ApiRole.Write, "to name rows filter options connection transaction callback flush conflict " + Formats
            + " key=Key|id mode=append|upsert|replace|update|insert-new sink=bulk|copy|lake|file|message|document|blob|table|entity kind=table outcome=result per=row|batch|message ends=line"),
        (ApiRole.Delete, "from name rows filter recursive"),
        (ApiRole.Update, "from rows filter options"),
        (ApiRole.Track, "rows change=add|update|remove|attach"),
        (ApiRole.Save, ""),
        (ApiRole.Table, "name entity connection"),
        (ApiRole.WriterOption, "key value kind=mode|partition|setting|session"),
        (ApiRole.Query, "from of=queryable returns=rows|scalar"),
        (ApiRole.Transaction, "connection option finish asyncflow kind=database|scope"),
        (ApiRole.Commit, "on"),
        (ApiRole.Rollback, "on"),
        (ApiRole.Complete, "on outcome=result"),
        (ApiRole.Cancel, "on"),
        (ApiRole.Retry, "body policy verify"),
        (ApiRole.Policy, "name body policy"),
        (ApiRole.HostRetry, "attempts"),
        (ApiRole.ErrorCode, "duplicate=23505|1062|19|11000|1 primary=2627|1555 index=2601|2067"),
        (ApiRole.HttpRetry, "client policy options configured"),
        (ApiRole.HttpOnce, ""),
        (ApiRole.Send, "rows request"),
        (ApiRole.HttpMethod, ""),
        (ApiRole.HttpClient, "name all"),
        (ApiRole.Each, "rows body"),
        (ApiRole.Sequence, "from with row body key otherkey value result op=same|filter|sort|one|project|flatten|group|index|lookup|join|group-join|zip|aggregate|count|batches|values|keys|entry|fields|decode|encode|empty " + Formats),
        (ApiRole.Map, "from to options names=exact pairs=declared"),
        (ApiRole.MapPair, "source target op=pair|reverse|both|base"),
        (ApiRole.MapRule, "member from options condition op=value|or|ignore|same|after|construct|convert|names|rest|when"),
        (ApiRole.Collect, "to row rows key value fields"),
        (ApiRole.FieldName, "name format=csv|json|parquet|document"),
        (ApiRole.NextField, "to value"),
        (ApiRole.FieldPosition, "name"),
        (ApiRole.Underscores, ""),
        (ApiRole.Setting, "name section=ConnectionStrings"),
        (ApiRole.Run, "body"),
        (ApiRole.Advance, "on offset kind=offset|message"),
        (ApiRole.ConsumerSettings, "autocommit autostore servers"),
        (ApiRole.ProducerSettings, "idempotence transactional retries inflight servers"),
        (ApiRole.Durability, "when"),
        (ApiRole.Listing, "from prefix options filter=Prefix"),
        (ApiRole.GroupSize, ""),
        (ApiRole.Tracking, "kind=query|context"),
        (ApiRole.Client, "text kind=own|shared"),
        (ApiRole.AutoAck, "on when consumer"),
        (ApiRole.Validate, "subject outcome=result|throws"),
        (ApiRole.Program, "name arguments info"),
        (ApiRole.Lineage, "name"),
        (ApiRole.Log, ""),
        (ApiRole.Clock, "kind=system|provider zone=local"),
        (ApiRole.ZoneSwitch, "name value switch=Npgsql.EnableLegacyTimestampBehavior"),
        (ApiRole.Random, ""),
        (ApiRole.Field, "from " + Formats),
        (ApiRole.Parse, "culture subject pattern kind=number|integer|date"),
        (ApiRole.Format, "culture subject pattern kind=number|integer|date"),
        (ApiRole.Text, "from to separator old new characters culture ends=start|end op=same|line|concat|list|format|replace|trim|upper|lower|cut|empty"),
        (ApiRole.Culture, "culture configuration"),
        (ApiRole.CurrentCulture, ""),
        (ApiRole.InvariantCulture, ""),
        (ApiRole.Timeout, "param unit=s|ms|timespan unlimited=0|-1|infinite"),
        (ApiRole.ErrorHandler, "ignores kind=bad-data|missing-field|header|exception|skip"),
        (ApiRole.Destination, ""),
        (ApiRole.ColumnMap, "source column mapping"),
        (ApiRole.Ordinal, "index"),
        (ApiRole.IndexMap, "index " + Formats),
        (ApiRole.Header, ""),
        (ApiRole.Schema, "table newtable schema newschema column newcolumn columns name unique text suppress"
            + ColumnKeys + " oldtype oldclrtype oldnullable oldsize oldprecision oldscale"
            + " op=create-database|drop-database|migrate|create-table|drop-table|drop-column|drop-schema|add-column|alter-column|rename-column|rename-table"
            + "|add-primary-key|add-unique-key|drop-key|create-index|drop-index|sql"),
        (ApiRole.SchemaPart, "table schema column columns name newname" + ColumnKeys
            + " op=table|schema|column|key-column|primary-key|unique|required|optional|generated|default|type|rename"
            + " kind=string|ansistring|char|binary|boolean|tinyint|smallint|int|bigint|decimal|money|real|double|date|time|datetime|datetimeoffset|guid|xml"),
        (ApiRole.Version, "without=None"),
        (ApiRole.ScriptRunner, "transaction=yes|no off=evolve-tx-off"),
        (ApiRole.Host, "body overlap once by=parameter failure=again|asked kind=scheduled|message|request|screen|test|migration|console|seed"),
        (ApiRole.Prompt, ""),
        (ApiRole.Exclusive, ""),
        (ApiRole.Column, "name type size precision scale kind=default|generated|written"),
        (ApiRole.Key, "columns unique kind=primary|unique|index"),
        (ApiRole.TableName, "name schema"),
        (ApiRole.Entity, "name kind=owned|collection"),
        (ApiRole.Property, "name"),
        (ApiRole.Unmapped, "name"),
        (ApiRole.Required, "required"),
        (ApiRole.RequestValue, ""),
        (ApiRole.Failure, ""));

    /// <summary>The words of all roles, as the model files write them.</summary>
    public static IEnumerable<string> RoleWords => Roles.Keys;

    /// <summary>Finds a role by its word in the model files.</summary>
    public static bool TryGetRole(string word, out ApiRole role)
    {
        var known = Roles.TryGetValue(word, out var found);
        role = known ? found!.Value : default;
        return known;
    }

    /// <summary>The word of a role in the model files.</summary>
    public static string WordOf(ApiRole role) => Kebab(role.ToString());

    /// <summary>The keys a role takes.</summary>
    public static IEnumerable<string> KeysOf(string roleWord) => Roles[roleWord].Keys.Keys;

    /// <summary>True when the key takes a word of its own vocabulary instead of a reference into the signature.</summary>
    public static bool IsVocabulary(string roleWord, string key) => Roles[roleWord].Keys[key].Length > 0;

    /// <summary>Says in one sentence what is wrong with <paramref name="key"/>=<paramref name="value"/>; null when nothing is.</summary>
    public static string? Complaint(string roleWord, string key, string value)
    {
        if (!Roles[roleWord].Keys.TryGetValue(key, out var words))
            return $"role '{roleWord}' has no key '{key}'";

        if (words.Length > 0)
            return Array.IndexOf(words, value) >= 0 ? null : $"'{value}' is not a value of '{key}' ({string.Join(", ", words)})";

        return IsReference(value) ? null : $"'{value}' is neither a parameter name nor this, this.Property, return or type";
    }

    /// <summary>One name, or several parted by <c>|</c>: the overloads differ.</summary>
    private static bool IsReference(string value)
    {
        foreach (var name in value.Split('|'))
        {
            var path = name.StartsWith("this.", StringComparison.Ordinal) ? name.Substring("this.".Length) : name;
            if (!SyntaxFacts.IsValidIdentifier(path))
                return false;
        }

        return true;
    }

    private static Dictionary<string, Role> Build(params (ApiRole Role, string Keys)[] rows)
    {
        var roles = new Dictionary<string, Role>(StringComparer.Ordinal);
        foreach (var (role, keys) in rows)
            roles.Add(Kebab(role.ToString()), new Role(role, ParseKeys(keys)));
        return roles;
    }

    private static Dictionary<string, string[]> ParseKeys(string keys)
    {
        var parsed = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var key in keys.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = key.IndexOf('=');
            if (equals < 0)
                parsed.Add(key, []);
            else
                parsed.Add(key.Substring(0, equals), key.Substring(equals + 1).Split('|'));
        }

        return parsed;
    }

    private static string Kebab(string pascal)
    {
        var word = new StringBuilder();
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private sealed record Role(ApiRole Value, Dictionary<string, string[]> Keys);
}
