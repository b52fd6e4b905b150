using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataEngAnalyzers.Knowledge;

/// <summary>
/// The prefilter: which names in source may touch data, so that nothing else is bound. A distinctive name counts everywhere;
/// a common one (<see cref="CommonNames"/>) only in a file that imports a namespace of its library.
/// </summary>
internal sealed class DataNames
{
    private readonly NameLists _lists;
    private readonly HashSet<string> _namespaces;
    private readonly Lazy<HashSet<string>> _globalImports;

    private DataNames(Compilation compilation, NameLists lists, HashSet<string> namespaces)
    {
        _lists = lists;
        _namespaces = namespaces;
        _globalImports = new Lazy<HashSet<string>>(() => GlobalImports(compilation), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The names of the rows that move, change or remove data.</summary>
    public static DataNames Create(Compilation compilation, IEnumerable<List<ApiModel>> models)
    {
        var names = new Dictionary<string, NameUse>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        var conversions = new HashSet<string>(StringComparer.Ordinal);
        var contexts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in models)
        {
            foreach (var row in rows)
            {
                if (row.Role == ApiRole.Parse && !row.Is("kind", "integer"))
                    conversions.Add(row.SymbolName.NameInSource);
                if (GivesContext(row))
                    contexts.Add(row.SymbolName.NameInSource);
                if (!TouchesData(row))
                    continue;

                var name = row.SymbolName.NameInSource;
                if (!names.TryGetValue(name, out var use))
                    names.Add(name, use = new NameUse(CommonNames.Contains(name)));
                if (!use.IsCommon)
                    continue;

                use.Namespaces.UnionWith(row.LibraryInfo.Namespaces);
                namespaces.UnionWith(row.LibraryInfo.Namespaces);
            }
        }

        return new DataNames(compilation, new NameLists(names, conversions, contexts), namespaces);
    }

    /// <summary>The names that count in the file of <paramref name="root"/>.</summary>
    public FileNames For(CompilationUnitSyntax root)
    {
        var imports = new HashSet<string>(_globalImports.Value, StringComparer.Ordinal);
        AddImports(imports, root.Usings);
        AddNamespaces(imports, root.Members);
        return new FileNames(_lists, imports);
    }

    private static bool TouchesData(ApiModel row) => row.SymbolName.Kind != 'T' && row.Role is ApiRole.Sql or ApiRole.Command or ApiRole.CommandText
        or ApiRole.Open or ApiRole.Read or ApiRole.Write or ApiRole.Delete or ApiRole.Update or ApiRole.Track or ApiRole.Save or ApiRole.Table
        or ApiRole.Query or ApiRole.HttpRetry or ApiRole.Durability or ApiRole.Transaction or ApiRole.Schema or ApiRole.ErrorHandler or ApiRole.Timeout or ApiRole.Connection or ApiRole.ConnectionString
        or ApiRole.Program;

    private static bool GivesContext(ApiModel row) => row.SymbolName.Kind != 'T' && (TakesAway(row) || row.Role is ApiRole.Commit or ApiRole.Rollback or ApiRole.Complete
        or ApiRole.Cancel or ApiRole.Enlist or ApiRole.Advance or ApiRole.Validate or ApiRole.Lineage or ApiRole.Retry or ApiRole.Each);

    // A file that is moved or deleted once its rows are loaded is not loaded again.
    private static bool TakesAway(ApiModel row) =>
        row.Role == ApiRole.Delete || (row.Role == ApiRole.Write && row.Is("sink", "file") && row["name"] is not null && row["format"] is null);

    private HashSet<string> GlobalImports(Compilation compilation)
    {
        var imports = new HashSet<string>(StringComparer.Ordinal);
        if (_namespaces.Count == 0)
            return imports;

        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is not CompilationUnitSyntax unit)
                continue;

            foreach (var directive in unit.Usings)
            {
                if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                    AddImport(imports, directive);
            }
        }

        return imports;
    }

    private void AddImports(HashSet<string> imports, SyntaxList<UsingDirectiveSyntax> directives)
    {
        foreach (var directive in directives)
            AddImport(imports, directive);
    }

    private void AddImport(HashSet<string> imports, UsingDirectiveSyntax directive)
    {
        if (directive.NamespaceOrType is NameSyntax name)
            AddWithParents(imports, name.ToString());
    }

    private void AddNamespaces(HashSet<string> imports, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is not BaseNamespaceDeclarationSyntax space)
                continue;

            AddWithParents(imports, space.Name.ToString());
            AddImports(imports, space.Usings);
            AddNamespaces(imports, space.Members);
        }
    }

    /// <summary>An alias or a static import names a type: its namespace counts as imported too.</summary>
    private void AddWithParents(HashSet<string> imports, string name)
    {
        while (true)
        {
            if (_namespaces.Contains(name))
                imports.Add(name);

            var dot = name.LastIndexOf('.');
            if (dot < 0)
                return;
            name = name.Substring(0, dot);
        }
    }
}
