using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Whether a method only takes values out of rows, and hands the rows themselves to nobody but an API that writes them elsewhere:
/// nothing it does depends on which objects they are.
/// </summary>
internal sealed class ReadOnlyRows
{
    private readonly Frame _frame;
    private readonly PipelineContext _context;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private ReadOnlyRows(Frame frame, PipelineContext context)
    {
        _frame = frame;
        _context = context;
    }

    /// <param name="rows">The expression that hands out the rows.</param>
    /// <param name="frame">Its body.</param>
    /// <param name="context">What all stages share.</param>
    public static bool Are(IOperation rows, Frame frame, PipelineContext context) => new ReadOnlyRows(frame, context).AreRead(rows);

    private bool AreRead(IOperation rows)
    {
        var whole = Values.WholeOf(rows);
        return whole.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } } => Uses(kept).All(AreRead),
            IForEachLoopOperation { Locals: [var row] } loop => loop.Collection == whole && Uses(row).All(IsRead),
            IPropertyReferenceOperation { Property: { IsIndexer: false, Type: var type } } => IsPlain(type),
            IPropertyReferenceOperation element => IsRead(element),
            IArgumentOperation { Parent: IInvocationOperation call } argument => IsWritten(argument, call) || call.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0 && AreTaken(call),
            _ => false,
        };
    }

    // rows.Where(row => …), rows.Select(row => …)
    private bool AreTaken(IInvocationOperation call)
    {
        if (_context.Apis.FindAll(call.TargetMethod).FirstOrDefault(api => api.Role == ApiRole.Sequence) is not { } sequence
            || !call.Arguments.Skip(1).All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || IsPlain(argument.Value.Type) || IsReader(argument.Value)))
            return false;
        return sequence["op"] switch
        {
            "same" or "filter" or "sort" => AreRead(call),
            "one" => IsKeptRead(call),
            "project" or "aggregate" or "count" => true,
            _ => false,
        };
    }

    // row => row.Amount > 0
    private bool IsReader(IOperation argument) =>
        argument is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var row, ..] parameters } } && parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter, row) || IsPlain(parameter.Type)) && Uses(row).All(IsRead);

    private bool IsKeptRead(IOperation row) =>
        Values.WholeOf(row).Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } } ? Uses(kept).All(IsRead) : IsRead(row);

    private bool IsRead(IOperation row)
    {
        var whole = Values.WholeOf(row);
        return whole.Parent switch
        {
            IPropertyReferenceOperation { Property.Type: var type } member => member.Instance == whole && IsPlain(type) && !IsChanged(member),
            IArgumentOperation { Parent: IInvocationOperation call } argument => IsWritten(argument, call),
            _ => false,
        };
    }

    // What writes rows to another place than the context that watches them takes their values.
    private bool IsWritten(IArgumentOperation argument, IInvocationOperation call) => _context.Apis.FindAll(call.TargetMethod).Any(api =>
        api.Role is ApiRole.Sql or ApiRole.Write && api["sink"] is not ("entity" or "table") && argument.Parameter is { Name: var name } && api.Names("rows", name));

    private static bool IsChanged(IOperation member) => member.Parent switch
    {
        IAssignmentOperation { Target: var target } => target == member,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    };

    // Numbers, dates and text; another entity may be loaded, or changed, through this one.
    private static bool IsPlain(ITypeSymbol? type) => type is { IsValueType: true, TypeKind: not TypeKind.TypeParameter } or { SpecialType: SpecialType.System_String };

    private IEnumerable<IOperation> Uses(ISymbol variable) =>
        _seen.Add(variable) ? _frame.MentionsOf(variable).Where(mention => mention is ILocalReferenceOperation or IParameterReferenceOperation) : [];
}
