using System;

namespace DataEngAnalyzers.Generate;

/// <summary>The repository lacks something a generated file is made from; the message says what and where.</summary>
internal sealed class GenerateException(string message) : Exception(message);
