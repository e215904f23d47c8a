namespace Workers.Console.Declared;

/// <summary>Where everything stands in the picture of the fleet: a row for each queue, in the order of the workers.</summary>
internal static class PictureLayout
{
    public const int Width = 1180;
    public const int Row = 46;
    public const int Box = 38;
    public const int Gap = 10;
    public const int Top = 26;
    public const int BusRight = 84;
    public const int QueueLeft = 240;
    public const int QueueRight = 520;
    public const int WorkerLeft = 650;
    public const int WorkerRight = 850;
    public const int TableLeft = 900;

    /// <summary>Each worker with the rows of its queues.</summary>
    public static IReadOnlyList<PlacedWorker> Of(DeclaredFleet declared)
    {
        var placed = new List<PlacedWorker>();
        var top = Top;
        foreach (var worker in declared.Workers)
        {
            var queues = new List<(QueueDeclaration Queue, int Top)>();
            foreach (var queue in worker.Queues)
            {
                queues.Add((queue, top));
                top += Row;
            }

            placed.Add(new(worker, queues[0].Top, queues[^1].Top + Box, queues));
            top += Gap;
        }

        return placed;
    }

    /// <summary>A text in at most two lines of so many characters; what is left over is counted.</summary>
    public static IReadOnlyList<string> Wrap(IReadOnlyList<string> words, int characters, int lines)
    {
        var wrapped = new List<string>();
        foreach (var word in words)
        {
            if (wrapped.Count > 0 && wrapped[^1].Length + word.Length + 2 <= characters)
            {
                wrapped[^1] += $", {word}";
            }
            else if (wrapped.Count < lines)
            {
                wrapped.Add(word);
            }
            else
            {
                wrapped[^1] += " …";
                break;
            }
        }

        return wrapped;
    }
}

/// <summary>A worker's place in the picture.</summary>
internal sealed record PlacedWorker(DeclaredWorker Worker, int Top, int Bottom, IReadOnlyList<(QueueDeclaration Queue, int Top)> Queues)
{
    public int Middle => (Top + Bottom) / 2;
}
