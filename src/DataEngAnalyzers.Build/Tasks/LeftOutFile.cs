using System;

namespace DataEngAnalyzers.Build.Tasks;

/// <summary>The warning about a file that the assessment cannot read.</summary>
internal static class LeftOutFile
{
    public const string Code = "DEA0007";

    /// <param name="reason">What is wrong with it: a clause without its subject.</param>
    public static string Message(string reason) => $"The assessment leaves this file out: it {reason}";

    /// <summary>Says something about files for other tools in the same form.</summary>
    public static void PrintNotice(string message) => Console.Error.WriteLine($"DataEngAnalyzers : warning {Code}: {message}");

    /// <summary>Says it when the build is over and nothing can be logged, in the form that build servers and editors recognise.</summary>
    public static void Print(string file, string reason) => Console.Error.WriteLine($"{file} : warning {Code}: {Message(reason)}");
}
