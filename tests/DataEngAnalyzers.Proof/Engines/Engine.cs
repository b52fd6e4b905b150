using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.IO;
using DataEngAnalyzers.Proof.Running;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>A database product that cases run on.</summary>
/// <param name="kind">Which one.</param>
internal abstract class Engine(EngineKind kind)
{
    public EngineKind Kind { get; } = kind;

    /// <summary>False where the product is not installed.</summary>
    public virtual bool IsThere => true;

    /// <summary>How to reach a database of its own that holds nothing yet.</summary>
    /// <param name="folder">An empty folder that lives as long as the database is needed.</param>
    public abstract string Fresh(DirectoryInfo folder);

    /// <summary>Brings the sales where the engine has them from something else than a file.</summary>
    public virtual void Feed(string address, ImmutableArray<Sale> sales)
    {
    }

    /// <summary>What programs left outside of tables, by the name of its place.</summary>
    public virtual IEnumerable<(string Name, IEnumerable<string> Rows)> Messages(string address) => [];

    /// <summary>Lets something go wrong once on the way between the next program and the engine.</summary>
    public virtual void Disturb(string address) => throw new NotSupportedException($"nothing can be disturbed in {Kind.Name()}");

    /// <summary>An open connection.</summary>
    public DbConnection Open(string address)
    {
        var connection = Connect(address);
        connection.Open();
        return connection;
    }

    protected abstract DbConnection Connect(string address);

    /// <summary>Takes away what <see cref="Fresh"/> made outside of the folder, where it does not go with its server.</summary>
    public virtual void Drop(string address)
    {
    }
}
