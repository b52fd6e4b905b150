namespace DataEngAnalyzers.Sql;

/// <summary>
/// The words that shape statements. A member's name is the word; those up to <see cref="Reserved"/> cannot be an unquoted name, those up to <see cref="NoAlias"/> no unquoted alias.
/// </summary>
internal enum SqlKeyword : ushort
{
    None,

    Select, Insert, Update, Delete, Merge, Into, Values, From, Where, Set, Join, Inner, Left, Right, Full, Cross, Outer, Natural, Lateral,
    On, Using, Group, Order, Having, Qualify, Limit, Offset, Fetch, Union, Except, Intersect, Minus, And, Or, Not, In, Exists, Between,
    Like, Ilike, Is, Null, Case, When, Then, Else, End, As, With, Distinct, All, By, For, Returning, Create, Alter, Drop, Table, Begin,
    Commit, Rollback, If, Declare, Exec, Execute, Truncate, Default, Primary, Unique, Foreign, References, Check, Constraint,

    /// <summary>Not a word: the last reserved one stands before it.</summary>
    Reserved,

    Apply, Window, Output, Call, Option, Pivot, Unpivot, Tablesample, Asof, Straight_Join, Global, Semi, Anti, Positional, Connect, Start,
    Go, While, Print, Return, Grant, Revoke, Deny,

    /// <summary>Not a word: the last one that cannot be an alias stands before it.</summary>
    NoAlias,


    Abort, Add, After, Analyze, Attach, Auto_Increment, Autoincrement, Before, Bigserial, Bulk, Cast, Catch, Change, Character, Clustered,
    Collate, Column, Comment, Concurrently, Conflict, Copy, Data, Database, Deferred, Delayed, Describe, Detach, Disable, Do, Dumpfile,
    Duplicate, Elseif, Elsif, Enable, Exception, Exclude, Exclusive, Explain, External, False, Files, First, Fulltext, Function, Generated,
    Goto, High_Priority, Identity, Ignore, Immediate, Index, Infile, Isolation, Key, Language, Load, Local, Lock, Locked, Loop,
    Low_Priority, Match, Materialized, Modify, Name, No, Nocheck, Nonclustered, Nothing, Nowait, Of, Only, Optimize, Outfile, Overwrite,
    Package, Partition, Percent, Period, Pragma, Proc, Procedure, Raise, Raiserror, Read, Recursive, Refresh, Release, Rename, Replace, Row, Save, Savepoint,
    Schema, Sequence, Serial, Share, Show, Skip, Smallserial, Spatial, System, Temp, Temporary, Throw, Ties, To, Top, Tran, Transaction,
    Trigger, True, Try, Type, Unlogged, Vacuum, Value, View, Waitfor, Work, Write,
}
