using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace DataEngAnalyzers.Package.Tests.Consumer;

/// <summary>A console project outside the repository that installs the package from the folder it was packed into.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dataeng-consumer-").FullName;

    /// <param name="cache">Where the project restores to.</param>
    /// <param name="libraries">Further packages, in the versions this repository uses.</param>
    public ConsumerProject(PackageCache cache, params string[] libraries)
    {
        Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Nupkg.Folder}" />
              </packageSources>
            </configuration>
            """);
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{cache.Folder}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DataEngAnalyzers" Version="[{Nupkg.Version}]" PrivateAssets="all" />
                {string.Concat(libraries.Select(library => $"""<PackageReference Include="{library}" Version="{VersionOf(library)}" />"""))}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Makes this project, under a name of its own, use another one.</summary>
    public void Reference(ConsumerProject other, string assemblyName) => Write("Directory.Build.targets", $"""
        <Project>
          <PropertyGroup>
            <AssemblyName>{assemblyName}</AssemblyName>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{Path.Combine(other._folder, "App.csproj")}" />
          </ItemGroup>
        </Project>
        """);

    public Task<CommandResult> Build(params string[] arguments) =>
        DotNet.Run(_folder, ["build", "--no-incremental", .. arguments]);

    public Task<CommandResult> Run(params string[] arguments) => DotNet.Run(_folder, arguments);

    public void Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Delete(string file) => File.Delete(PathOf(file));

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string VersionOf(string library) => XDocument.Parse(RepositoryFolder.Read("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")!.Value == library)
        .Attribute("Version")!.Value;
}
