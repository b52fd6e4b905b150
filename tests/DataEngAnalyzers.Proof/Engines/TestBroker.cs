using System;
using System.Reflection;
using System.Runtime.InteropServices;

namespace DataEngAnalyzers.Proof.Engines;

/// <summary>The broker that librdkafka brings for tests, over loopback. It can be told to refuse messages.</summary>
internal sealed partial class TestBroker : IDisposable
{
    private const string Library = "librdkafka";
    private const int Producer = 0;
    private const short ProduceRequest = 0;
    private const int NotEnoughReplicas = 19;

    // The client brings a build for systems without SASL and one for musl, too.
    private static readonly string[] Builds = [Library, "centos8-" + Library, "alpine-" + Library];

    private readonly nint _client;
    private readonly nint _cluster;

    static TestBroker() => NativeLibrary.SetDllImportResolver(typeof(TestBroker).Assembly, static (name, assembly, path) => name == Library ? Load(assembly, path) : 0);

    public TestBroker()
    {
        var settings = NewSettings();
        Set(settings, "log_level", "0", error: 0, errorSize: 0);
        _client = New(Producer, settings, error: 0, errorSize: 0);
        _cluster = NewCluster(_client, brokers: 1);
        Servers = Marshal.PtrToStringUTF8(ServersOf(_cluster))!;
    }

    /// <summary>Where clients reach it.</summary>
    public string Servers { get; }

    /// <summary>Refuses the next batch of messages: too few replicas are in sync.</summary>
    public void RefuseNext() => PushErrors(_cluster, ProduceRequest, 1, [NotEnoughReplicas]);

    public void Dispose()
    {
        DestroyCluster(_cluster);
        Destroy(_client);
    }

    private static nint Load(Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var build in Builds)
        {
            if (NativeLibrary.TryLoad(build, assembly, path, out var handle))
                return handle;
        }

        return 0;
    }

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_new")]
    private static partial nint NewSettings();

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Set(nint settings, string name, string value, nint error, nuint errorSize);

    [LibraryImport(Library, EntryPoint = "rd_kafka_new")]
    private static partial nint New(int type, nint settings, nint error, nuint errorSize);

    [LibraryImport(Library, EntryPoint = "rd_kafka_destroy")]
    private static partial void Destroy(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_cluster_new")]
    private static partial nint NewCluster(nint client, int brokers);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_cluster_destroy")]
    private static partial void DestroyCluster(nint cluster);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_cluster_bootstraps")]
    private static partial nint ServersOf(nint cluster);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mock_push_request_errors_array")]
    private static partial void PushErrors(nint cluster, short request, nuint count, int[] errors);
}
