using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DataEngAnalyzers.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataEngAnalyzers.Catalog;

/// <summary>What the migrations of a compilation do, in their order.</summary>
internal sealed class MigrationHistory
{
    private MigrationHistory(ImmutableArray<TableBook> books, ISet<SyntaxTree> trees)
    {
        Books = books;
        Trees = trees;
    }

    /// <summary>The tables they leave behind: one book for each context.</summary>
    public ImmutableArray<TableBook> Books { get; }

    /// <summary>The files they stand in.</summary>
    public ISet<SyntaxTree> Trees { get; }

    public static MigrationHistory Of(PipelineContext context)
    {
        var migrations = MigrationClass.In(context).ToList();
        var books = migrations.GroupBy(migration => migration.Series).Select(series => Replay(series.OrderBy(migration => migration.Id, StringComparer.Ordinal), context));
        return new MigrationHistory(books.ToImmutableArray(), new HashSet<SyntaxTree>(migrations.Select(migration => migration.Up.SyntaxTree)));
    }

    private static TableBook Replay(IEnumerable<MigrationClass> migrations, PipelineContext context)
    {
        var book = new TableBook(FactSource.Migrations);
        foreach (var migration in migrations)
        {
            if (StageBuilder.Build(migration.Up, context, CancellationToken.None) is not [var first, ..])
                continue;
            foreach (var step in first.Run.Operations.SelectMany(operation => OperationSteps.Of(operation, FactSource.Migrations, context)))
                book.Apply(step);
        }

        return book;
    }
}
