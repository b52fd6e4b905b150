using System;
using System.IO;
using System.Text;

namespace DataEngAnalyzers.Generate;

/// <summary>Writes every generated file of the repository that is not up to date; run it after any change to a rule.</summary>
internal static class Program
{
    private static int Main()
    {
        try
        {
            var root = Repository.Root(Directory.GetCurrentDirectory());
            foreach (var file in GeneratedFiles.Of(root))
            {
                if (file.IsUpToDate(root))
                    continue;

                file.Write(root);
                Console.WriteLine("written " + file.Path);
            }

            return 0;
        }
        catch (GenerateException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
