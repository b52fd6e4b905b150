using System;
using System.Data.Common;
using System.IO;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>The file system alone.</summary>
internal sealed class FilesEngine() : Engine(EngineKind.Files)
{
    public override string Fresh(DirectoryInfo folder) => string.Empty;

    protected override DbConnection Connect(string address) => throw new NotSupportedException("a case without a database opened one");
}
