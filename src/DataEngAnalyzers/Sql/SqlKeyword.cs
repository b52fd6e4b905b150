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

    Abort, Add, After, Analyze, Assert, Attach, Auto_Increment, Autoincrement, Backup, Before, Bigserial, Break, Bulk, Cast, Catch, Change, Character,
    Checkpoint, Close, Cluster, Clustered, Collate, Column, Comment, Concurrently, Conflict, Continue, Copy, Cursor, Data, Database, Dbcc, Deallocate,
    Deferred, Delayed, Describe, Detach, Disable, Discard, Do, Dumpfile, Duplicate, Elseif, Elsif, Enable, Event, Exception, Exclude, Exclusive, Exit,
    Explain, Export, External, False, Files, First, Flush, Forall, Foreach, Fulltext, Function, Generated, Get, Goto, Handler, High_Priority,
    Identity, Ignore, Immediate, Import, Index, Infile, Install, Isolation, Iterate, Key, Kill, Language, Leave, List, Listen, Load, Local, Lock,
    Locked, Loop, Low_Priority, Macro, Match, Materialized, Modify, Name, Next, No, Nocheck, Nonclustered, Nothing, Notify, Nowait, Of, Only, Open,
    Optimize, Outfile, Overwrite, Package, Partition, Percent, Perform, Period, Pipe, Pragma, Prepare, Proc, Procedure, Purge, Put, Raise, Raiserror, Read,
    Reconfigure, Recursive, Refresh, Reindex, Release, Remove, Rename, Repair, Repeat, Replace, Reset, Resignal, Restore, Row, Rows, Save, Savepoint, Schema, Sequence, Serial,
    Share, Show, Signal, Skip, Smallserial, Spatial, Summarize, System, Task, Temp, Temporary, Throw, Ties, To, Top, Tran, Transaction, Trigger, True,
    Try, Type, Undrop, Unlock, Unlogged, Until, Use, Vacuum, Value, View, Waitfor, Work, Write,
}
