using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// A documentation-comment id as a pattern over symbols. Without a signature it stands for all overloads, generic ones too.
/// Compares names, never references, so that a symbol of any compilation matches.
/// </summary>
internal sealed class SymbolName
{
    private readonly ImmutableArray<string> _type;
    private readonly int _arity;
    private readonly string? _signature;

    private SymbolName(string id, char kind, ImmutableArray<string> type, string member, int arity, string? signature)
    {
        Id = id;
        Kind = kind;
        _type = type;
        Member = member;
        _arity = arity;
        _signature = signature;
    }

    /// <summary>The id as written.</summary>
    public string Id { get; }

    /// <summary>M, P, F or T.</summary>
    public char Kind { get; }

    /// <summary>Name of the member without arity and signature; <c>#ctor</c> for a constructor, empty for a type.</summary>
    public string Member { get; }

    /// <summary>Documentation-comment id of the type.</summary>
    public string TypeId => "T:" + string.Join(".", _type);

    /// <summary>Metadata name of the innermost type.</summary>
    public string TypeName => _type[_type.Length - 1];

    public bool IsConstructor => Member == "#ctor";

    /// <summary>The name a use of this symbol carries in source: the member, or the type for a constructor and an attribute.</summary>
    public string NameInSource => IsConstructor || Kind == 'T' ? WithoutArity(TypeName) : Member;

    /// <summary>Key under which rows are indexed: the member name, or the metadata name of the type.</summary>
    public string LookupKey => IsConstructor || Kind == 'T' ? TypeName : Member;

    /// <summary>How precisely the pattern names an overload: a signature beats an arity, an arity beats a bare name.</summary>
    public int Precision => _signature is not null ? 2 : _arity >= 0 ? 1 : 0;

    /// <summary>Parses <c>M:Namespace.Type.Member``1(Signature)</c>; null when the text is not such an id.</summary>
    public static SymbolName? TryParse(string id)
    {
        if (id.Length < 3 || id[1] != ':' || "MPFT".IndexOf(id[0]) < 0)
            return null;

        var open = id.IndexOf('(');
        if (open >= 0 && (id[0] is not ('M' or 'P') || id[id.Length - 1] != ')'))
            return null;

        var signature = open < 0 ? null : id.Substring(open);
        var segments = ImmutableArray.Create((open < 0 ? id : id.Substring(0, open)).Substring(2).Split('.'));
        foreach (var segment in segments)
        {
            if (!IsSegment(segment))
                return null;
        }

        if (id[0] == 'T')
            return new SymbolName(id, 'T', segments, "", -1, null);

        if (segments.Length < 2)
            return null;

        var member = segments[segments.Length - 1];
        var tick = member.IndexOf("``", StringComparison.Ordinal);
        var arity = -1;
        if (tick >= 0 && !int.TryParse(member.Substring(tick + 2), NumberStyles.None, CultureInfo.InvariantCulture, out arity))
            return null;

        return new SymbolName(id, id[0], segments.RemoveAt(segments.Length - 1), tick < 0 ? member : member.Substring(0, tick), arity, signature);
    }

    /// <summary>
    /// How far up <paramref name="symbol"/>'s hierarchy the pattern's type stands (0 = its own type); negative when the pattern
    /// does not match. An override, a hiding twin and an interface implementation all match the row of the type above them;
    /// a constructor matches its own type only.
    /// </summary>
    public int Distance(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type when Kind == 'T' => Distance(type),
        IMethodSymbol method when Kind == 'M' => MatchesMethod(method) ? OwnerDistance(method, method.ContainingType) : -1,
        IPropertySymbol property when Kind == 'P' => MatchesProperty(property) ? Distance(property.ContainingType) : -1,
        IFieldSymbol field when Kind == 'F' => field.Name == Member ? Distance(field.ContainingType) : -1,
        _ => -1,
    };

    private int OwnerDistance(IMethodSymbol method, INamedTypeSymbol? owner)
    {
        if (owner is null)
            return -1;

        return method.MethodKind == MethodKind.Constructor ? (IsNamed(owner) ? 0 : -1) : Distance(owner);
    }

    private bool MatchesMethod(IMethodSymbol method)
    {
        if (IsConstructor ? method.MethodKind != MethodKind.Constructor : method.Name != Member)
            return false;

        if (_arity >= 0 && method.Arity != _arity)
            return false;

        return _signature is null || _signature == SignatureOf(method);
    }

    private bool MatchesProperty(IPropertySymbol property) =>
        property.MetadataName == Member && (_signature is null || _signature == SignatureOf(property));

    private int Distance(INamedTypeSymbol type)
    {
        var distance = 0;
        for (var current = type; current is not null; current = current.BaseType, distance++)
        {
            if (IsNamed(current))
                return distance;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (IsNamed(implemented))
                return distance;
            distance++;
        }

        return -1;
    }

    /// <summary>Compares from the innermost name outwards: a dot may part a namespace or a containing type.</summary>
    private bool IsNamed(INamedTypeSymbol type)
    {
        ISymbol? current = type;
        for (var i = _type.Length - 1; i >= 0; i--)
        {
            if (current is null || current is INamespaceSymbol { IsGlobalNamespace: true } || current.MetadataName != _type[i])
                return false;
            current = current.ContainingSymbol;
        }

        return current is INamespaceSymbol { IsGlobalNamespace: true };
    }

    private static string SignatureOf(ISymbol member)
    {
        var id = member.GetDocumentationCommentId() ?? "";
        var open = id.IndexOf('(');
        return open < 0 ? "()" : id.Substring(open);
    }

    private static bool IsSegment(string segment)
    {
        if (segment == "#ctor")
            return true;

        if (segment.Length == 0 || !(char.IsLetter(segment[0]) || segment[0] == '_'))
            return false;

        foreach (var letter in segment)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('_' or '`'))
                return false;
        }

        return true;
    }

    private static string WithoutArity(string name)
    {
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name.Substring(0, tick);
    }
}
