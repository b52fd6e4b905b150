using System.Linq;
using DataEngAnalyzers.Knowledge;
using DataEngAnalyzers.Sql.Lineage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>Locals, parameters and fields: what may be in them where they are used.</summary>
internal sealed partial class FlowTracer
{
    private void LookAtVariable(ISymbol variable, Value use, FlowAim aim)
    {
        if (IsReplacedWhenKept(variable, use, aim))
            return;
        var changes = Changes.Before(variable, use.Operation, use.Frame, change => Replaces(change, use.Frame, aim.Path), _changes);
        ApplyAll(changes, use.Frame, aim);
        if (changes.Loop is { } loop)
            Trace(use.At(loop.Collection), aim.Inside(LoopPart(loop, variable)).Inside(FlowStep.Element));
        else if (changes.IsOpen)
            LookBefore(variable, use, aim, wasChanged: changes.Found.Count > 0);
    }

    // foreach (var (id, amount) in rows)
    private static FlowPath? LoopPart(IForEachLoopOperation loop, ISymbol variable)
    {
        var mention = loop.LoopControlVariable.DescendantsAndSelf().FirstOrDefault(part => part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable));
        FlowPath? part = null;
        for (var step = mention; step is not null && step != loop; step = step.Parent)
        {
            if (step.Parent is ITupleOperation { Elements: var elements } tuple)
                part = new FlowPath(IsPair(loop) ? elements.IndexOf(step) == 0 ? FlowStep.PairKey : FlowStep.PairValue : Paths.Part(RowTypes.ElementOf(loop.Collection.Type) ?? tuple.Type, elements.IndexOf(step)), part);
        }

        return part;
    }

    private static bool IsPair(IForEachLoopOperation loop)
    {
        var collection = loop.Collection;
        while (collection is IConversionOperation { Operand: var operand })
            collection = operand;
        return Steps.IsKeyed(collection.Type);
    }

    // What was there before the body began.
    private void LookBefore(ISymbol variable, Value use, FlowAim aim, bool wasChanged)
    {
        switch (variable)
        {
            case IParameterSymbol parameter:
                LookAtPassed(parameter, use, aim);
                break;
            case ILocalSymbol when use.Frame is { Method.MethodKind: MethodKind.LocalFunction, Site: { } site, Caller: { } caller }:
                LookAtVariable(variable, new Value(site, caller), aim);
                break;
            case ILocalSymbol local when PatternOf(local, use) is var (tested, path):
                Trace(use.At(tested), aim.Inside(path));
                break;
            case IFieldSymbol field:
                LookAtKept(field, use, aim, wasChanged);
                break;
            default:
                if (!wasChanged)
                    Gap($"what {variable.Name} holds", use, aim);
                break;
        }
    }

    // value is { Row: var row }, value is Order order
    private static (IOperation Value, FlowPath? Path)? PatternOf(ILocalSymbol local, Value use)
    {
        foreach (var part in use.Frame.Body.DescendantsAndSelf())
        {
            var declared = part switch
            {
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
                IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
                _ => null,
            };
            if (!SymbolEqualityComparer.Default.Equals(declared, local))
                continue;

            FlowPath? path = null;
            for (var step = part.Parent; step is not null; step = step.Parent)
            {
                if (step is IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: var member } })
                    path = new FlowPath(FlowStep.Of(member), path);
                else if (step is IIsPatternOperation { Value: var tested })
                    return (tested, path);
                else if (step is ISwitchExpressionOperation { Value: var chosen })
                    return (chosen, path);
                else if (step is ISwitchOperation { Value: var switched })
                    return (switched, path);
                else if (step is not (IRecursivePatternOperation or INegatedPatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation))
                    return null;
            }
        }

        return null;
    }

    private void LookAtPassed(IParameterSymbol parameter, Value use, FlowAim aim)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda)
        {
            if (_given.TryGetValue(use.Frame, out var given) && SymbolEqualityComparer.Default.Equals(given.Function, lambda))
                LookAtGivenToRule(given.Source, parameter, use, aim);
            else if (FunctionAround(use.Operation, lambda) is { } function)
                LookAtHandedOver(new Value(function, use.Frame), parameter.Ordinal, aim);
            else
                Gap($"what {parameter.Name} is", use, aim);
        }
        else if (use.Frame is { Handed: { } reference, Caller: { } caller } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, use.Frame.Method.OriginalDefinition))
        {
            LookAtHandedOver(new Value(reference, caller), parameter.Ordinal, aim);
        }
        else if (use.Frame != Summarised && _context.Values.PassedFor(parameter, use.Frame) is { } argument)
        {
            Trace(argument, aim);
        }
        else if (parameter is { RefKind: not RefKind.Out } && !RowReaders.IsHandle(parameter.Type) && aim.Path is not { EndsInField: true })
        {
            aim.Found(FlowOriginKind.Parameter, use.Operation, column: Paths.Shown(parameter.Name, aim.Path));
        }
        else
        {
            Gap($"which rows {parameter.Name} holds", use, aim);
        }
    }

    private static IOperation? FunctionAround(IOperation part, IMethodSymbol lambda)
    {
        for (var step = part; step is not null; step = step.Parent!)
        {
            if (step is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda))
                return step;
        }

        return null;
    }

    // A field that this call of the object has not set: what its caller on the same object did, else its one definition.
    private void LookAtKept(IFieldSymbol field, Value use, FlowAim aim, bool wasChanged)
    {
        if (use.Frame is { IsOtherObject: false, Site: { } site, Caller: { } caller } && use.Frame.Method.MethodKind != MethodKind.Constructor)
            LookAtVariable(field, new Value(site, caller), aim);
        else if (_context.Fields.DefinitionOf(field, use.Frame.Self, use.Frame.Method) is var defined && defined is { } whole && !IsMadeEmpty(whole))
            Trace(whole, aim);
        else if (use.Frame.Self is { Named: { Operation: not IInstanceReferenceOperation } named })
            Trace(named, aim.Inside(FlowStep.Of(field)));
        else if (use.Frame.Self is { Creation: { } creation })
            Trace(creation, aim.Inside(FlowStep.Of(field)));
        else if (defined is { } made && !RowTypes.IsSequence(field.Type) && !Steps.IsKeyed(field.Type))
            Trace(made, aim);
        else if (!wasChanged)
            Gap($"what {field.Name} holds", use, aim);
    }

    // An object that other methods fill holds more than its initializer says.
    private static bool IsMadeEmpty(Value definition) =>
        definition.Operation is IObjectCreationOperation || definition.Operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax;

    private void Apply(Change change, Frame frame, FlowAim aim)
    {
        if (change.IsOfAnother)
        {
            ApplyPossible(change, frame, aim);
            return;
        }

        var source = new Value(change.Source, frame);
        switch (change.Kind)
        {
            case ChangeKind.Set or ChangeKind.Mixed:
                ApplySet(change, source, aim);
                break;
            case ChangeKind.Collected:
                ApplyCollected(change, source, aim);
                break;
            case ChangeKind.Filled when Paths.Into(change.Place, aim.Path, out var rest):
                LookAtFilled(change, source, aim.At(rest));
                break;
            case ChangeKind.Handed when change.Kept is { } kept:
                foreach (var callee in CalleesOf(change.Source, frame))
                    ApplyAll(Changes.In(kept, callee, inner => Replaces(inner, callee, aim.Path), _changes), callee, aim);
                break;
            case ChangeKind.Handed when Paths.Into(change.Place, aim.Path, out var rest):
                LookIntoHanded(change, source, aim.At(rest));
                break;
            case ChangeKind.Visited when Paths.Into(change.Place, aim.Path, out var rest) && rest is { Head.Kind: FlowStepKind.Element or FlowStepKind.Index, Rest: { } part }:
                foreach (var local in ((IForEachLoopOperation)change.Source).Locals)
                    ApplyParts(Changes.In(local, frame, inner => Replaces(inner, frame, part), _changes), frame, aim.At(part));
                break;
        }
    }

    // Another object may be the one that changes: nobody knows which value is left.
    private void ApplyPossible(Change change, Frame frame, FlowAim aim)
    {
        if (Concerns(change with { IsOfAnother = false }, frame, aim))
            Gap($"whether {Shown(change.Mention)} is the same object", new Value(change.Mention, frame), aim);
    }

    // Looks what the change would bring, and keeps nothing of it; what is being looked at already brings nothing new.
    private bool Concerns(Change change, Frame frame, FlowAim aim)
    {
        var question = (change, frame, aim.Path?.ToString() ?? string.Empty);
        if (_concerns.TryGetValue(question, out var known))
            return known;

        _concerns.Add(question, false);
        var found = new FlowFindings();
        _probes++;
        Apply(change, frame, aim with { Into = found });
        _probes--;
        return _concerns[question] = !found.Origins.IsEmpty || !found.Gaps.IsEmpty;
    }

    private void ApplySet(Change change, Value source, FlowAim aim)
    {
        if (Paths.Into(change.Place, aim.Path, out var rest, out var isKey))
        {
            var last = Paths.LastMember(change.Place);
            if (isKey)
                Trace(source, change.Key, aim.At(rest).Through(last));
            else
                Trace(source, (change.Kind == ChangeKind.Mixed ? aim.At(rest).By(SqlTransformation.Transformation) : aim.At(rest)).Through(last).Inside(Paths.Taken(change.Taken, change.Source.Type)));
        }
        else if (aim.Path is null || Paths.Covers(aim.Path, change.Place))
        {
            // A part of what is asked for.
            Trace(source, aim.Computed);
        }
    }

    // Only what is changed inside the object.
    private void ApplyParts(Changes changes, Frame frame, FlowAim aim)
    {
        foreach (var change in changes.Found)
        {
            if (change.IsInside)
                Apply(change, frame, aim);
        }
    }

    private void ApplyAll(Changes changes, Frame frame, FlowAim aim)
    {
        foreach (var change in changes.Found)
            Apply(change, frame, aim);
    }

    // What a method of the object does to one of its members.
    private void LookIntoOwn(Value call, ISymbol member, FlowAim aim)
    {
        foreach (var callee in CalleesOf(call.Operation, call.Frame))
        {
            if (member is IFieldSymbol field)
                ApplyAll(Changes.In(field, callee, inner => Replaces(inner, callee, aim.Path), _changes), callee, aim);
            foreach (var assigned in member is IPropertySymbol ? AssignmentsTo(member, callee) : [])
                Trace(assigned, aim.Through(member));
        }
    }

    private void LookIntoHanded(Change change, Value call, FlowAim aim)
    {
        if (call.Operation is IInvocationOperation { Instance: { } receiver } && receiver == change.Passed)
        {
            if (aim.Path is { Head: { Kind: FlowStepKind.Member, Member: { } member } })
                LookIntoOwn(call, member, aim.At(aim.Path.Rest));
            return;
        }

        if (MapInto(change, call) is { } map)
        {
            LookAtMap(map, aim, isLeft: true);
            return;
        }

        if (ParameterFor(change, call.Operation) is not { } parameter)
            return;
        foreach (var callee in CalleesOf(call.Operation, call.Frame))
        {
            if (callee.Method.OriginalDefinition.Parameters is var parameters && parameter.Ordinal < parameters.Length)
                ApplyParts(Changes.In(parameters[parameter.Ordinal], callee, inner => Replaces(inner, callee, aim.Path), _changes), callee, aim);
        }
    }

    private static IParameterSymbol? ParameterFor(Change change, IOperation call) =>
        Arguments.Of(call).FirstOrDefault(argument => change.Passed is { } passed && argument.DescendantsAndSelf().Contains(passed))?.Parameter;
}
