using System;
using System.Runtime.InteropServices;

namespace DataEngAnalyzers.Benchmark;

/// <summary>CPU time, user and system, of all child processes that have ended. Unix only: Windows keeps no such sum.</summary>
internal static partial class ChildTime
{
    private const int Children = -1;

    public static TimeSpan Now()
    {
        // struct rusage begins with two timevals of two words each; 36 words hold all of it on Linux and macOS.
        Span<long> usage = stackalloc long[36];
        if (GetUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException("getrusage failed with error " + Marshal.GetLastPInvokeError());

        return Time(usage[0], usage[1]) + Time(usage[2], usage[3]);
    }

    private static TimeSpan Time(long seconds, long microseconds) =>
        TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds((int)microseconds);

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, ref long usage);
}
