using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataEngAnalyzers.Hosting;
using DataEngAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DataEngAnalyzers.Tests.Harness;

/// <summary>
/// Base of the tests of one rule. Code is statements or a whole file (see <see cref="Prelude"/>); <c>[|…|]</c> marks where the rule
/// reports. Only the rule under test is on.
/// </summary>
public abstract class RuleTests
{
    private readonly string _id;

    protected RuleTests(string id) => _id = id;

    /// <summary>Lines of an analyzer config that the next check runs under, such as <c>dataeng.dialect = sqlite</c>.</summary>
    protected IList<string> Options { get; } = new List<string>();

    /// <summary>Additional files by path.</summary>
    protected IDictionary<string, string> Files { get; } = new Dictionary<string, string>();

    /// <summary>Further source files of the same project.</summary>
    protected IDictionary<string, string> Sources { get; } = new Dictionary<string, string>();

    /// <summary>Stubs of libraries by assembly name; a library the tests reference is replaced.</summary>
    protected IDictionary<string, string> Libraries { get; } = new Dictionary<string, string>();

    /// <summary>Facts of other tools' files, as <see cref="FactsFile"/> takes them.</summary>
    protected void Declare(params string[] facts) => Files[FactsFile.Path] = FactsFile.Of(facts);

    /// <summary>Another tool's file as it stands, read as the build reads it.</summary>
    protected void DeclareFile(string path, string text) => Files[FactsFile.Path] = OtherFiles.Compile([(path, text.ReplaceLineEndings("\n"))]);

    /// <summary>The rule reports at every marked place and nowhere else.</summary>
    protected Task Reports(string code) => Test(code).RunAsync();

    /// <summary>The rule reports nowhere.</summary>
    protected Task StaysQuiet(string code) => code.Contains("[|", StringComparison.Ordinal)
        ? throw new ArgumentException("quiet code has no markup", nameof(code))
        : Test(code).RunAsync();

    /// <summary>The rule reports at the marked places and its fix turns the code into <paramref name="after"/>; run again it offers nothing.</summary>
    /// <param name="before">Code with markup.</param>
    /// <param name="after">The fixed code; markup where a finding remains.</param>
    /// <param name="action">Which of several offered fixes, from 0.</param>
    /// <param name="fixAll">False for a fix that is part of no Fix All.</param>
    protected Task Fixes(string before, string after, int action = 0, bool fixAll = true)
    {
        var test = Test(before);
        test.FixedState.Sources.Add(Prelude.Complete(after));
        Share(test.FixedState);
        test.CodeActionIndex = action;
        if (!fixAll)
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    /// <summary>The rule reports at the marked places and offers no fix.</summary>
    protected Task OffersNoFix(string code)
    {
        var test = Test(code);
        test.FixedState.Sources.Add(Prelude.Complete(code));
        Share(test.FixedState);
        return test.RunAsync();
    }

    /// <summary>The rule reports at the marked places, and its fix turns one additional file into another; the finding stays until the build has read it.</summary>
    protected Task FixesFile(string code, string path, string before, string after)
    {
        Files[path] = before.ReplaceLineEndings("\n");
        var test = Test(code);
        test.FixedState.Sources.Add(Prelude.Complete(code));
        Files[path] = after.ReplaceLineEndings("\n");
        Share(test.FixedState);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    private Verifier Test(string code)
    {
        var test = new Verifier(_id);
        test.TestState.Sources.Add(Prelude.Complete(code));
        if (Prelude.IsProgram(code))
            test.TestState.OutputKind = OutputKind.ConsoleApplication;
        Share(test.TestState);
        foreach (var (assembly, source) in Libraries)
            test.Reference(assembly, source);
        return test;
    }

    private void Share(SolutionState state)
    {
        state.Sources.Add(("Prelude.cs", Prelude.Source));
        foreach (var (path, text) in Sources)
            state.Sources.Add((path, text));
        foreach (var (path, text) in Files)
            state.AdditionalFiles.Add((path, text));

        var config = new StringBuilder("is_global = true\nbuild_property.DataEngMode = All\ndataeng.fix_all_in_solution = all\n");
        foreach (var option in Options)
            config.Append(option).Append('\n');
        state.AnalyzerConfigFiles.Add(("/.globalconfig", config.ToString()));
    }

    private sealed class Verifier : CSharpCodeFixTest<PipelineAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    {
        private readonly string _id;

        public Verifier(string id)
        {
            _id = id;
            ReferenceAssemblies = new ReferenceAssemblies("none");
            TestState.AdditionalReferences.AddRange(References.All);
            TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
            DisabledDiagnostics.AddRange(AllRules.All.Select(rule => rule.Id).Where(other => other != id).Append(HealthRules.ScopeOfMethod.Id));
        }

        public void Reference(string assembly, string source)
        {
            foreach (var replaced in TestState.AdditionalReferences.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) == assembly).ToList())
                TestState.AdditionalReferences.Remove(replaced);
            TestState.AdditionalReferences.Add(References.Stub(assembly, source));
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);

        protected override CompilationOptions CreateCompilationOptions() => ((CSharpCompilationOptions)base.CreateCompilationOptions())
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(base.CreateCompilationOptions().SpecificDiagnosticOptions.SetItem(_id, ReportDiagnostic.Warn));

        protected override DiagnosticDescriptor GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
            AllRules.All.First(rule => rule.Id == _id).Descriptor.WithWarning();

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => FixProviders.For(_id);
    }
}
