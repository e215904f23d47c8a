using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>One part of a benchmark.</summary>
internal interface IStep
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>Its rows with nothing measured, as they stand in the table where it was not made.</summary>
    IReadOnlyList<Figure> Rows { get; }

    /// <summary>Measures each of its rows.</summary>
    Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken);
}
