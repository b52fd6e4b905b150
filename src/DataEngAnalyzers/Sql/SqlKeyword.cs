namespace DataEngAnalyzers.Sql;

/// <summary>
/// The words that shape statements. A member's name is the word; those up to <see cref="Reserved"/> cannot be an unquoted alias.
/// </summary>
internal enum SqlKeyword : ushort
{
    None,

    Select, Insert, Update, Delete, Merge, Into, Values, From, Where, Set, Join, Inner, Left, Right, Full, Cross, Outer,
    Natural, Lateral, Apply, On, Using, Group, Order, Having, Qualify, Limit, Offset, Fetch, Union, Except, Intersect, Minus,
    And, Or, Not, In, Exists, Between, Like, Ilike, Is, Null, Case, When, Then, Else, End, As, With, Distinct, All, By,
    For, Window, Returning, Output, Create, Alter, Drop, Table, Begin, Commit, Rollback, If, Declare, Exec, Execute, Call,
    Truncate, Default, Primary, Unique, Foreign, References, Check, Constraint, Option, Pivot, Unpivot, Tablesample, Asof,
    Straight_Join, Global, Semi, Anti, Positional, Connect, Start, Go, While, Print, Return, Grant, Revoke, Deny, Use,

    /// <summary>Not a word: the last reserved one stands before it.</summary>
    Reserved,

    Abort, Action, Add, After, Before, Bulk, Cascade, Cast, Change, Character, Charset, Collate, Column, Columns, Concurrently,
    Conflict, Copy, Count, Data, Database, Deferred, Delayed, Describe, Do, Duplicate, Elseif, Elsif, Exclude, Exclusive, Explain,
    False, Files, First, Function, Goto, High_Priority, Ignore, Immediate, Index, Infile, Inserted, Key, Language, Last, Load, Local, Lock, Locked,
    Loop, Low_Priority, Match, Matched, Materialized, Modify, Name, Next, No, Nocheck, Nothing, Nowait, Of, Only, Overriding, Overwrite,
    Package, Partition, Percent, Period, Pragma, Proc, Procedure, Raise, Raiserror, Read, Recursive, Rename, Replace, Row, Rows, Save, Savepoint, Schema,
    Sequence, Share, Show, Skip, Spatial, Stdin, Stdout, System, Temp, Temporary, Throw, Ties, To, Top, Tran, Transaction, Trigger, True,
    Try, Catch, Type, Unlogged, Unnest, Vacuum, Value, View, Work, Waitfor, Analyze, Attach, Detach, Comment, External, Transient, Virtual,
    Fulltext, Clustered, Nonclustered, Identity, Autoincrement, Auto_Increment, Generated, Serial, Bigserial, Smallserial,
    Outfile, Dumpfile, Optimize, Exception, Instead, Atomic, Write, Isolation, Switch, Validate, Enable, Disable, Owner, Within,
    Escape, Similar, Regexp, Rlike, Xor, Any, Some, Interval, Date, Time, Timestamp, Separator, Ordinality, Overlay, Nolock, Updlock, Holdlock,
}
