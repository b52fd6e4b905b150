using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataEngAnalyzers.Build.Manifests;
using DataEngAnalyzers.Build.Model;
using DataEngAnalyzers.Build.Model.Facts;

namespace DataEngAnalyzers.Build.Emit.Dvc;

/// <summary>
/// Stages for DVC: each program that reads or writes files of the repository, with what it depends on and what it makes. DVC runs
/// programs in the folder of its file, so paths of the code start there.
/// </summary>
internal sealed class DvcStages : IToolWriter
{
    public const string Path = "dvc.yaml";

    private static readonly string[] Header =
    [
        "# Programs of C# that read and write files; DataEngAnalyzers writes this file (-p:DataEngEmit=dvc).",
        "# Edit what you like: a stage that is no longer as it was written stays as you leave it.",
    ];

    // Neither a shell nor DVC finds anything special in these.
    private static readonly Regex Harmless = new(@"^[\p{L}\p{N}_./ +,=@~-]+\z", RegexOptions.CultureInvariant);

    public Emission Write(CodeFacts code, ToolFolder folder)
    {
        var programs = code.Stages
            .Where(stage => stage.Context.Program is not null)
            .GroupBy(stage => stage.Context.Program!, StringComparer.Ordinal)
            .OrderBy(stages => stages.Key, StringComparer.Ordinal)
            .Select(stages => new DvcProgram(stages.Key, [.. stages]))
            .Where(program => program.Reads.Count + program.Writes.Count > 0)
            .ToList();
        var notes = programs.Where(program => !Harmless.IsMatch(program.File)).Select(program => $"{program.File} has a name that no command line takes as it is, so it has no stage").ToList();
        programs.RemoveAll(program => !Harmless.IsMatch(program.File));
        if (programs.Count == 0)
            return new Emission([], notes);

        var names = UniqueNames.Of(programs.Select(program => program.File), file => TableId.Identifier(System.IO.Path.GetFileNameWithoutExtension(file)));
        var owners = Owners(programs);
        var start = folder.IsProject ? folder.Path : code.Root;
        var lines = new List<string> { "stages:" };
        foreach (var program in programs)
        {
            var own = program.Writes.Keys.Where(path => owners[path] == program.File).ToList();
            notes.AddRange(program.Writes.Keys.Except(own).Select(path => $"{path} is an output of another stage already, so {program.File} does not list it"));
            var stage = Yaml.Lines(new Dictionary<string, object> { [names[program.File]] = StageOf(program, own, RelativePath.Of(System.IO.Path.GetFullPath(start), System.IO.Path.GetFullPath(System.IO.Path.Combine(code.Root, program.File)))) }).Select(line => "  " + line).ToList();
            lines.Add("  " + MarkedText.Mark(names[program.File], stage));
            lines.AddRange(stage);
        }

        return new Emission([new EmittedFile(Path, MarkedText.Write(Header, lines), MarkedMerge.Of)], notes);
    }

    // The file of the program, as seen from the folder of the stages.
    private static Dictionary<string, object> StageOf(DvcProgram program, List<string> outs, string file)
    {
        var stage = new Dictionary<string, object> { ["cmd"] = $"dotnet run --project {(file.Contains(' ') ? $"\"{file}\"" : file)}" };

        // A folder that a stage writes into would depend on itself.
        var slash = file.LastIndexOf('/');
        var folder = slash < 0 ? null : file.Substring(0, slash);
        var code = folder is null || outs.Any(path => IsWithin(path, folder)) ? file : folder;
        stage["deps"] = new[] { code }.Concat(program.Reads.Where(path => !program.Writes.Keys.Any(written => IsWithin(path, written) || IsWithin(written, path)))).Distinct(StringComparer.Ordinal).ToList();
        if (outs.Count > 0)
            stage["outs"] = outs.Select(path => program.Writes[path]
                ? new Dictionary<string, object> { [path] = new Dictionary<string, object> { ["persist"] = true } }
                : (object)path).ToList();
        return stage;
    }

    // DVC takes a file from one stage only, and no file within another stage's folder.
    private static Dictionary<string, string> Owners(IReadOnlyList<DvcProgram> programs)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, program) in programs.SelectMany(program => program.Writes.Keys.Select(path => (path, program))).OrderBy(pair => pair.path, StringComparer.Ordinal).ThenBy(pair => pair.program.File, StringComparer.Ordinal))
        {
            if (!owners.ContainsKey(path))
                owners.Add(path, owners.Keys.FirstOrDefault(other => IsWithin(path, other)) is { } outer ? owners[outer] + "/" : program.File);
        }

        return owners;
    }

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>A program and its files in the repository.</summary>
    private sealed class DvcProgram
    {
        public DvcProgram(string file, IReadOnlyList<KnownStage> stages)
        {
            File = file;
            Reads = stages.SelectMany(stage => stage.Facts.Inputs).Select(input => PathOf(input.Dataset)).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal).ToList();
            foreach (var (path, mode) in stages.SelectMany(stage => stage.Facts.Outputs).Select(output => (Path: PathOf(output.Dataset), output.Mode)).Where(output => output is { Path: not null, Mode: not "delete" }))
                Writes[path!] = (Writes.TryGetValue(path!, out var persists) && persists) || mode is "append" or "appendIfAbsent" or "upsert";

            // A draft that becomes another file is gone when the program ends.
            foreach (var draft in stages.SelectMany(stage => stage.Facts.Outputs).SelectMany(output => output.From.Where(edge => edge.Column is null && edge.Dataset != output.Dataset)).Select(edge => edge.Dataset).OfType<DatasetName>().Select(PathOf).OfType<string>())
                Writes.Remove(draft);
        }

        public string File { get; }

        public List<string> Reads { get; }

        /// <summary>Whether what is there must still be there when the program starts: DVC clears outputs.</summary>
        public SortedDictionary<string, bool> Writes { get; } = new(StringComparer.Ordinal);

        // A file of the repository whose name the code shows; nothing else is DVC's.
        private static string? PathOf(DatasetName dataset)
        {
            if (dataset.Kind != "file" || dataset.Namespace != "file")
                return null;
            var path = dataset.Name.Replace('\\', '/');
            while (path.StartsWith("./", StringComparison.Ordinal))
                path = path.Substring(2);
            return Harmless.IsMatch(path) && path[0] is not ('/' or '~') && !path.Split('/').Any(part => part is ".." or "" or ".") ? path : null;
        }
    }
}
