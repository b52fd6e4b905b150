using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataEngAnalyzers.Proof.Engines;

namespace DataEngAnalyzers.Proof.Running;

/// <summary>A fresh database and a folder with the file to load.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Engine _engine;
    private readonly Scenario _scenario;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proof");
    private readonly string _address;

    public Bench(Engine engine, Scenario scenario)
    {
        _engine = engine;
        _scenario = scenario;
        _address = engine.Fresh(_folder);
        _folder.CreateSubdirectory(Output);
        Sales = Sale.Some(scenario.Rows);
        foreach (var script in new[] { scenario.Schema, scenario.Seed }.Where(script => script.Length > 0))
            Execute(script);
    }

    /// <summary>The folder below the case's where its files go.</summary>
    private const string Output = "out";

    /// <summary>The rows of the file.</summary>
    public ImmutableArray<Sale> Sales
    {
        get;
        set
        {
            field = value;
            File.WriteAllLines(Input, value.Select(sale => sale.Line).Prepend(Sale.Head));
            _engine.Feed(_address, value);
        }
    }

    private string Input => Path.Combine(_folder.FullName, "sales.csv");

    /// <summary>Breaks the last row of the file, as the scenario says rows are broken.</summary>
    public void BreakLast()
    {
        var lines = File.ReadAllLines(Input);
        lines[^1] = _scenario.Broken(lines[^1]);
        File.WriteAllLines(Input, lines);
    }

    /// <summary>Lets something go wrong once in the next run.</summary>
    public void Disturb() => _engine.Disturb(_address);

    /// <summary>What a run should leave.</summary>
    public Content Expected => _scenario.Expected(Sales);

    /// <summary>Runs a program; the exception that stopped it, if one did.</summary>
    public async Task<Exception?> RunAsync(Runnable program)
    {
        try
        {
            await program.RunAsync(_address, _folder.FullName);
            return null;
        }
#pragma warning disable CA1031 // Whatever stops the program is what is measured.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>The rows of all tables of the scenario, of topics and of the files that runs left.</summary>
    public Content Look()
    {
        var files = Directory.GetFiles(Path.Combine(_folder.FullName, Output)).Select(file => (Path.GetFileName(file), File.ReadLines(file).ToList().AsEnumerable()));
        if (_engine.Kind == EngineKind.Files)
            return Content.Of(files);

        using var connection = _engine.Open(_address);
        return Content.Of([.. _scenario.Tables.Select(table => (table, Content.RowsOf(table, connection))), .. _engine.Messages(_address), .. files]);
    }

    public void Dispose()
    {
        _engine.Drop(_address);
        _folder.Delete(recursive: true);
    }

    private void Execute(string script)
    {
        using var connection = _engine.Open(_address);
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
