using System;
using System.IO;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>
/// A folder of restored packages of its own: the machine's cache may hold an older build of this package under the same version.
/// </summary>
public sealed class PackageCache : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("dataeng-packages-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
