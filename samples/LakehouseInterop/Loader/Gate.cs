using System.Diagnostics;

namespace LakehouseInterop.Loader;

/// <summary>What was loaded is used only if dbt's tests agree.</summary>
internal static class Gate
{
    public static async Task<bool> PassesAsync()
    {
        using var tests = Process.Start("dbt", ["test", "--project-dir", "warehouse"]);
        await tests.WaitForExitAsync();
        return tests.ExitCode == 0;
    }
}
