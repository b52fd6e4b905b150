namespace DataEngAnalyzers.Sql.Lineage;

internal enum FrameRole
{
    /// <summary>Parentheses that only group, a list, or the expression itself.</summary>
    Group,
    Function,

    /// <summary>From CASE to END.</summary>
    Case,

    /// <summary>OVER ( … ).</summary>
    Window,

    /// <summary>WITHIN GROUP ( … ) or KEEP ( … ).</summary>
    Order,
}

/// <summary>What the walk through an expression knows of the construct it is in.</summary>
internal sealed class ExpressionFrame
{
    public FrameRole Role { get; init; }

    /// <summary>The index of the closing parenthesis; CASE has none.</summary>
    public int Close { get; init; }

    public FunctionRole Function { get; init; }

    /// <summary>What the construct as a whole does to the output.</summary>
    public SqlTransformation Whole { get; init; }

    /// <summary>What the part that is being walked through does.</summary>
    public SqlTransformation Part { get; set; }

    /// <summary>The index of the argument that is being walked through.</summary>
    public int Argument { get; set; }

    /// <summary>How many arguments there are; counted for DECODE only.</summary>
    public int ArgumentCount { get; init; }

    /// <summary>The first argument is a string, so in DATE_TRUNC('month', day) the other one is a column.</summary>
    public bool NamesPart { get; init; }

    /// <summary>Behind the ORDER BY among a function's arguments, which only sorts.</summary>
    public bool IsOrdered { get; set; }

    /// <summary>Enters the argument with that index.</summary>
    public void EnterArgument(int argument)
    {
        if (IsOrdered)
            return;

        Argument = argument;
        Part = Decides(argument) ? Whole.Over(SqlTransformation.Conditional) : Whole;
    }

    private bool Decides(int argument) => Function switch
    {
        FunctionRole.Choice => argument == 0,
        FunctionRole.NullIf => argument == 1,
        FunctionRole.Decode => argument == 0 || (argument % 2 == 1 && argument != ArgumentCount - 1),
        _ => false,
    };
}
