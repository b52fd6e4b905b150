using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataEngAnalyzers.FixTrial;

/// <summary>
/// The projects of a folder as a solution, without restoring them: each project file gets the C# files below it, the runtime, the
/// libraries of one folder and its project references. Code that uses other libraries binds in part, as in a half-restored editor.
/// </summary>
internal static class Checkout
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    // Fixes that a project takes one at a time are tried too, and Fix All across the solution is not held back.
    private const string Config = """
        is_global = true
        build_property.DataEngMode = All
        dataeng.fix_all_in_solution = all
        """;

    private static readonly string[] Outputs = ["obj", "bin", ".git"];

    /// <param name="workspace">Where the solution lives.</param>
    /// <param name="folder">The checkout.</param>
    /// <param name="libraries">A folder of assemblies.</param>
    public static Solution Open(AdhocWorkspace workspace, string folder, string libraries)
    {
        var references = References(libraries);
        var projects = Files(folder, "*.csproj").ToList();
        var sources = Files(folder, "*.cs").ToLookup(file => OwnerOf(file, projects));
        var ids = sources.ToDictionary(group => group.Key, group => ProjectId.CreateNewId(group.Key));
        var solution = workspace.CurrentSolution;
        foreach (var group in sources)
            solution = Add(solution, ids[group.Key], group.Key, group, references);
        foreach (var (project, id) in ids.Where(entry => entry.Key.Length > 0))
        {
            foreach (var reference in ReferencesIn(project))
            {
                if (ids.TryGetValue(reference, out var referenced) && !LeadsTo(solution, referenced, id))
                    solution = solution.AddProjectReference(id, new ProjectReference(referenced));
            }
        }

        return solution;
    }

    private static Solution Add(Solution solution, ProjectId id, string project, IEnumerable<string> files, IEnumerable<MetadataReference> references)
    {
        var name = project.Length == 0 ? "loose" : Path.GetFileNameWithoutExtension(project);
        var trees = files.Select(file => (File: file, Text: SourceText.From(File.ReadAllText(file)))).ToList();
        var parsing = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER"]);
        var isProgram = trees.Any(tree => CSharpSyntaxTree.ParseText(tree.Text, parsing).GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement)));
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: options, parseOptions: parsing, metadataReferences: references));
        foreach (var (file, text) in trees)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file), text, filePath: file);
        return solution
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", Usings, filePath: "/implicit/Usings.cs")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From(Config), filePath: "/implicit/.globalconfig");
    }

    private static List<MetadataReference> References(string libraries)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var web = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        return new[] { runtime, web, libraries }.Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .Where(IsManaged)
            .DistinctBy(Path.GetFileName)
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))
            .ToList();
    }

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(Outputs).Any())
        .Order(StringComparer.Ordinal);

    private static string OwnerOf(string file, IEnumerable<string> projects) => projects
        .Where(project => file.StartsWith(Path.GetDirectoryName(project) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .MaxBy(project => project.Length) ?? string.Empty;

    private static List<string> ReferencesIn(string project)
    {
        try
        {
            return XDocument.Load(project).Descendants().Where(element => element.Name.LocalName == "ProjectReference")
                .Select(element => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, ((string?)element.Attribute("Include") ?? string.Empty).Replace('\\', '/'))))
                .Distinct()
                .ToList();
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static bool LeadsTo(Solution solution, ProjectId from, ProjectId to) =>
        from == to || solution.GetProject(from)!.ProjectReferences.Any(reference => LeadsTo(solution, reference.ProjectId, to));
}
