using System;

namespace DataEngAnalyzers.Build.Sarif;

/// <summary>A file is no log that can be read; the message goes on after the file's name.</summary>
internal sealed class SarifException : Exception
{
    public SarifException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
