using System.Diagnostics;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Lets dbt check what was loaded.</summary>
internal static class WarehouseTests
{
    public static void Run()
    {
        using var tests = Process.Start("dbt", "test --select fact_sales");
        tests.WaitForExit();
    }
}
