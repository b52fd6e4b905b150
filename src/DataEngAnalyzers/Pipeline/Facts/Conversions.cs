using System.Collections.Generic;
using System.Linq;
using DataEngAnalyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataEngAnalyzers.Pipeline;

/// <summary>
/// Finds conversions of data that follow the culture of the machine. Text that nobody reads from or writes to a dataset is
/// for people, and people want their own culture.
/// </summary>
internal static class Conversions
{
    /// <summary>The conversions of a stage that read or write data, each once, in no particular order.</summary>
    public static IEnumerable<Conversion> CultureBoundConversions(this Stage stage) =>
        stage.Of(DataAction.Convert).Select(operation => operation.Api.Role switch
        {
            ApiRole.Parse => OfText(stage, operation),
            ApiRole.Culture => OfHandle(stage, operation),
            _ => null,
        }).OfType<Conversion>().Concat(WrittenText.CultureBoundIn(stage)).GroupBy(conversion => conversion.Where).Select(uses => uses.First());

    private static Conversion? OfText(Stage stage, DataOperation parse)
    {
        var values = stage.Context.Values;
        if (KindOf(parse.Api) is not { } kind || parse.Call["subject"] is not { } subject || HasNeutralPattern(values, parse.Call, kind) || !values.FollowsMachine(parse.Call))
            return null;
        if (IsRoundTrip(values.Resolve(subject).Operation))
            return null;
        if (SourceOf(stage, subject) is { } source)
        {
            var dataset = stage.Operations.FirstOrDefault(operation => operation.Call.Operation == source.Operation)?.Dataset ?? DatasetBehind(stage, source);
            if (stage.Scope.IsPipeline || IsTable(source, dataset))
                return new Conversion(ConversionForm.Call, kind, IsRead: true, NameOf(parse.Call), parse.Location, parse.Member, dataset, source.NameLocation);
        }

        return RowConverters.IsNamedSo(parse.Member.ContainingType.Name) && RowConverters.IsField(subject.Operation)
            ? new Conversion(ConversionForm.Call, kind, IsRead: true, NameOf(parse.Call), parse.Location, parse.Member, Dataset: null, OtherEnd: null)
            : null;
    }

    private static Conversion? OfHandle(Stage stage, DataOperation handle)
    {
        var values = stage.Context.Values;
        if ((handle.Call.Assigned ?? handle.Call["culture"]) is not { } culture || !values.IsMachines(culture))
            return null;

        var opening = stage.Operations.FirstOrDefault(operation => operation.Action == DataAction.Open && operation.Call.Operation == handle.Call.Operation);
        return new Conversion(ConversionForm.Handle, ValueKind.Number, IsRead: opening?.Api["access"] is not "write", NameOf(handle.Call), handle.Location, handle.Member, opening?.Dataset, OtherEnd: null);
    }

    /// <summary>Numbers and dates; whole numbers are the same everywhere but for their sign, and lengths of time but for their fraction.</summary>
    public static ValueKind? KindOf(ApiModel conversion) => conversion.SymbolName.TypeName == "TimeSpan" ? null : conversion["kind"] switch
    {
        "number" => ValueKind.Number,
        "date" => ValueKind.Date,
        _ => null,
    };

    /// <summary>True when the conversion is given a pattern that is the same in every culture, or one that is only known at run time.</summary>
    private static bool HasNeutralPattern(Values values, Call conversion, ValueKind kind) =>
        conversion["pattern"] is { } pattern
        && (values.Resolve(pattern).Operation.ConstantValue is not { HasValue: true, Value: string form } || Cultures.IsNeutral(form, kind));

    /// <summary>Type and member of a call, as the code writes them.</summary>
    public static string NameOf(Call call) => call.Operation switch
    {
        IInvocationOperation { TargetMethod: var method } => $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}.{method.Name}",
        { Type: { } type } => type.Name,
        _ => call.Api.SymbolName.Member,
    };

    // Text made of a value a moment ago, in the same culture.
    private static bool IsRoundTrip(IOperation subject) =>
        subject is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } type } && (type.SpecialType == SpecialType.System_Object || Cultures.KindOf(type) is not null);

    private static Call? SourceOf(Stage stage, Value subject) => stage.Context.Values.Influence(subject, api =>
        api.Role is ApiRole.Read or ApiRole.Field or ApiRole.Ordinal or ApiRole.RequestValue
        || (api.Role == ApiRole.Open && api["access"] is "read" or "unknown")
        || (api.Role == ApiRole.Sql && api.Is("returns", "rows")));

    private static Dataset? DatasetBehind(Stage stage, Call source) =>
        (source["from"] ?? source.Receiver) is { } handle ? stage.Context.Datasets.Handle(handle, depth: 0) : stage.Context.Datasets.Of(source);

    private static bool IsTable(Call source, Dataset? dataset) =>
        source.Api["format"] is "csv" or "parquet" || DataFiles.IsDataFile(dataset);
}
