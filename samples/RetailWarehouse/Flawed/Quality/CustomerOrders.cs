using System.Diagnostics;

namespace RetailWarehouse.Flawed.Quality;

/// <summary>Takes the orders of one customer out of the day's export, and has dbt build the marts of them.</summary>
internal sealed class CustomerOrders
{
    public void Extract(string customer)
    {
        using var jq = Process.Start("jq", ["-c", $".[] | select(.customer == \"{customer}\")", "orders.json"]);
        jq.WaitForExit();
        if (jq.ExitCode != 0)
            throw new InvalidDataException("The orders cannot be read");
    }

    public void Build()
    {
        using var dbt = Process.Start("dbt", "build --select marts --full-refresh");
        dbt.WaitForExit();
        if (dbt.ExitCode != 0)
            throw new InvalidDataException("The marts cannot be built");
    }
}
