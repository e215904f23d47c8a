namespace Workers.Console.Declared;

/// <summary>Where the states of the order workflow stand in its picture: those that take time, and those that end an execution.</summary>
internal static class WorkflowLayout
{
    public const int Width = 1060;
    public const int Height = 330;
    public const int Box = 46;

    /// <summary>Every state that the picture has.</summary>
    public static IReadOnlyList<PlacedState> States { get; } =
    [
        new("ClaimOrder", 10, 52, 120, StateKind.Step),
        new("FindOrder", 10, 150, 120, StateKind.Step),
        new("WaitForOrder", 10, 228, 120, StateKind.Step),
        new("RecordOrder", 224, 30, 140, StateKind.Step),
        new("ReserveStock", 224, 82, 140, StateKind.Step),
        new("TakePayment", 460, 52, 130, StateKind.Step),
        new("ShipOrder", 680, 52, 130, StateKind.Step),
        new("OrderCompleted", 890, 52, 150, StateKind.Success),
        new("ReleaseStock", 380, 180, 150, StateKind.Compensation),
        new("RefundPayment", 640, 180, 150, StateKind.Compensation),
        new("ShipmentUnsettled", 890, 180, 150, StateKind.Failure),
        new("LedByAnother", 10, 278, 120, StateKind.Success),
        new("OrderHasEnded", 140, 278, 120, StateKind.Success),
        new("OrderUnknown", 270, 278, 100, StateKind.Failure),
        new("OrderFailed", 380, 278, 150, StateKind.Failure),
        new("NotUndone", 640, 278, 150, StateKind.Failure),
    ];

    /// <summary>The ways between them, as SVG draws them, with what an execution goes them for.</summary>
    public static IReadOnlyList<(string Path, bool IsBad, string Why, int X, int Y)> Ways { get; } =
    [
        ("M 130 75 H 206", false, "", 0, 0),
        ("M 70 98 V 150", false, "names an order", 76, 128),
        ("M 70 196 V 228", false, "not yet there", 76, 216),
        ("M 130 173 H 170 V 100 H 206", false, "", 0, 0),
        ("M 382 75 H 460", false, "", 0, 0),
        ("M 590 75 H 680", false, "", 0, 0),
        ("M 810 75 H 890", false, "shipped", 828, 68),
        ("M 300 140 V 203 H 380", true, "too little stock, or no answer", 182, 216),
        ("M 490 98 V 180", true, "declined", 496, 150),
        ("M 570 98 V 130 H 670 V 180", true, "no answer", 582, 124),
        ("M 745 98 V 180", true, "refused", 751, 150),
        ("M 790 98 V 130 H 965 V 180", true, "no answer", 870, 124),
        ("M 640 203 H 530", true, "", 0, 0),
        ("M 455 226 V 278", true, "undone", 461, 256),
        ("M 715 226 V 278", true, "not confirmed", 721, 256),
    ];
}

/// <summary>A state's place in the picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X">Where its box begins.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Kind">What it is for.</param>
internal sealed record PlacedState(string Name, int X, int Y, int Width, StateKind Kind);

/// <summary>What a state is for.</summary>
internal enum StateKind
{
    /// <summary>A step on the way.</summary>
    Step,

    /// <summary>It takes back what a step did.</summary>
    Compensation,

    /// <summary>An execution ends there, and has succeeded.</summary>
    Success,

    /// <summary>An execution ends there, and has failed.</summary>
    Failure,
}
