import { Suspense } from 'react';
import { Route, Switch, useRoute } from 'wouter';
import { lazyPage } from './lazy-page.ts';
import { BoardLook } from './ui/board-look.tsx';
import { Loading } from './ui/loading.tsx';

const BoardsPage = lazyPage(() => import('./boards/boards-page.tsx'), 'BoardsPage', 'boards');
const SetupPage = lazyPage(() => import('./setup/setup-page.tsx'), 'SetupPage', 'setup', 'join');
export const WatchPage = lazyPage(
  () => import('./watch/watch-page.tsx'),
  'WatchPage',
  'watch',
  'follow',
);
const JoinPage = lazyPage(() => import('./people/join-page.tsx'), 'JoinPage', 'join');
const SignInPage = lazyPage(() => import('./people/sign-in-page.tsx'), 'SignInPage', 'join');
const AccountPage = lazyPage(() => import('./account/account-page.tsx'), 'AccountPage', 'join');
const PeoplePage = lazyPage(
  () => import('./people/people-page.tsx'),
  'PeoplePage',
  'join',
  'share',
  'editing',
  'list',
);
const UnitPage = lazyPage(
  () => import('./unit/unit-page.tsx'),
  'UnitPage',
  'unit',
  'experience',
  'follow',
);
const WallPage = lazyPage(() => import('./wall/wall-page.tsx'), 'WallPage', 'wall');
const StartWallPage = lazyPage(() => import('./wall/start-wall.tsx'), 'StartWallPage', 'pairing');
const PostPage = lazyPage(() => import('./post/post-page.tsx'), 'PostPage', 'post', 'problems');
const DrivesPage = lazyPage(
  () => import('./drives/drives-page.tsx'),
  'DrivesPage',
  'drives',
  'list',
);
const DrivePage = lazyPage(() => import('./drives/drive-page.tsx'), 'DrivePage', 'drives');
const WizardPage = lazyPage(
  () => import('./drive-wizard/wizard-page.tsx'),
  'WizardPage',
  'wizard',
  'drives',
  'drive-templates',
);
const HonoursPage = lazyPage(
  () => import('./honours/honours-page.tsx'),
  'HonoursPage',
  'honours',
  'editing',
);
const ExperienceListPage = lazyPage(
  () => import('./experience/list-page.tsx'),
  'ExperienceListPage',
  'experience',
);
const ExperiencePage = lazyPage(
  () => import('./experience/experience-page.tsx'),
  'ExperiencePage',
  'experience',
);
const WritePage = lazyPage(() => import('./experience/write-page.tsx'), 'WritePage', 'experience');
const PulsePage = lazyPage(
  () => import('./pulse/pulse-page.tsx'),
  'PulsePage',
  'pulse',
  'cooperation',
  'editing',
);
const CooperationPage = lazyPage(
  () => import('./cooperation/cooperation-page.tsx'),
  'CooperationPage',
  'cooperation',
);
const VerificationPage = lazyPage(
  () => import('./verification/verification-page.tsx'),
  'VerificationPage',
  'verification',
  'result',
  'editing',
  'list',
);
const ResultPage = lazyPage(
  () => import('./result/result-page.tsx'),
  'ResultPage',
  'result',
  'verification',
);
const RecordsPage = lazyPage(() => import('./records/records-page.tsx'), 'RecordsPage', 'records');
const MetricPage = lazyPage(
  () => import('./metric/metric-page.tsx'),
  'MetricPage',
  'metric',
  'unit',
  'watch',
);
const ComparePage = lazyPage(
  () => import('./compare/compare-page.tsx'),
  'ComparePage',
  'compare',
  'unit',
);
const ReplayPage = lazyPage(
  () => import('./replay/replay-page.tsx'),
  'ReplayPage',
  'replay',
  'watch',
);
const WallsPage = lazyPage(
  () => import('./walls/walls-page.tsx'),
  'WallsPage',
  'walls',
  'pairing',
  'list',
  'editing',
);
const ChooseBoardPage = lazyPage(
  () => import('./walls/choose-board-page.tsx'),
  'ChooseBoardPage',
  'pairing',
);
const MachinesPage = lazyPage(
  () => import('./machines/machines-page.tsx'),
  'MachinesPage',
  'machines',
  'watch',
  'share',
  'list',
  'editing',
);
const PresentPage = lazyPage(() => import('./present/present-page.tsx'), 'PresentPage', 'present');
/** Not at once: with it comes the frame of the pages, which a wall does not have. */
const NotFound = lazyPage(() => import('./ui/not-found.tsx'), 'NotFound');
const LookPage = lazyPage(() => import('./look/look-page.tsx'), 'LookPage', 'look');
const StartPage = lazyPage(() => import('./install/start-page.tsx'), 'StartPage');

const AppearancePage = lazyPage(
  () => import('./appearance/appearance-page.tsx'),
  'AppearancePage',
  'appearance',
  'editing',
);

const DeskPage = lazyPage(
  () => import('./desk/desk-page.tsx'),
  'DeskPage',
  'desk',
  'list',
  'imports',
  'editing',
  'setup',
  'experience',
);

interface OfBoard {
  params: { board: string };
}

const MachinesRoute = ({ params: { board } }: OfBoard) => (
  <MachinesPage key={board} board={board} />
);
const DeskRoute = ({ params }: { params: { board: string; list?: string } }) => (
  <DeskPage key={params.board} board={params.board} list={params.list} />
);
const WallsRoute = ({ params: { board } }: OfBoard) => <WallsPage key={board} board={board} />;
const AppearanceRoute = ({ params: { board } }: OfBoard) => (
  <AppearancePage key={board} board={board} />
);
const PulseRoute = ({ params: { board } }: OfBoard) => <PulsePage key={board} board={board} />;
const RecordsRoute = ({ params: { board } }: OfBoard) => <RecordsPage key={board} board={board} />;
const PeopleRoute = ({ params: { board } }: OfBoard) => <PeoplePage key={board} board={board} />;
const VerificationRoute = ({ params: { board } }: OfBoard) => (
  <VerificationPage key={board} board={board} />
);

export function App() {
  const [isBoard, params] = useRoute('/b/:board/*?');
  return (
    <Suspense fallback={<Loading />}>
      {isBoard && params.board && <BoardLook board={params.board} />}
      <Switch>
        <Route path="/">
          <BoardsPage />
        </Route>
        <Route path="/setup">
          <SetupPage />
        </Route>
        <Route path="/join" component={JoinPage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/account" component={AccountPage} />
        <Route path="/start">
          <StartPage />
        </Route>
        <Route path="/wall" component={StartWallPage} />
        <Route path="/walls" component={ChooseBoardPage} />
        <Route path="/look">
          <LookPage />
        </Route>
        <Route path="/b/:board">{({ board }) => <WatchPage key={board} board={board} />}</Route>
        <Route path="/b/:board/wall">{({ board }) => <WallPage key={board} board={board} />}</Route>
        <Route path="/b/:board/post">{({ board }) => <PostPage key={board} board={board} />}</Route>
        <Route path="/b/:board/drives">
          {({ board }) => <DrivesPage key={board} board={board} />}
        </Route>
        {/* No slug begins with an underscore: no drive is hidden by it. */}
        <Route path="/b/:board/drives/_new">
          {({ board }) => <WizardPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/drives/:id/edit">
          {({ board, id }) => <WizardPage key={`${board} ${id}`} board={board} id={id} />}
        </Route>
        <Route path="/b/:board/drives/:id">
          {({ board, id }) => <DrivePage key={`${board} ${id}`} board={board} id={id} />}
        </Route>
        <Route path="/b/:board/drives/:drive/present">
          {({ board, drive }) => (
            <PresentPage key={`${board} ${drive}`} board={board} drive={drive} />
          )}
        </Route>
        <Route path="/b/:board/appearance" component={AppearanceRoute} />
        <Route path="/b/:board/desk/:list?" component={DeskRoute} />
        <Route path="/b/:board/pulse" component={PulseRoute} />
        <Route path="/b/:board/records" component={RecordsRoute} />
        <Route path="/b/:board/m/:metric">
          {({ board, metric }) => (
            <MetricPage key={`${board} ${metric}`} board={board} metric={metric} />
          )}
        </Route>
        <Route path="/b/:board/compare">
          {({ board }) => <ComparePage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/replay">
          {({ board }) => <ReplayPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/honours">
          {({ board }) => <HonoursPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/cooperation">
          {({ board }) => <CooperationPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/verification" component={VerificationRoute} />
        <Route path="/b/:board/walls" component={WallsRoute} />
        <Route path="/b/:board/machines" component={MachinesRoute} />
        <Route path="/b/:board/people" component={PeopleRoute} />
        <Route path="/b/:board/r/:result">
          {({ board, result }) => (
            <ResultPage key={`${board} ${result}`} board={board} id={result} />
          )}
        </Route>
        <Route path="/b/:board/experience">
          {({ board }) => <ExperienceListPage key={board} board={board} />}
        </Route>
        {/* No slug begins with an underscore: no experience is hidden by it. */}
        <Route path="/b/:board/experience/_new">
          {({ board }) => <WritePage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/experience/:id">
          {({ board, id }) => (
            <ExperiencePage key={`${board} ${id}`} board={board} experience={id} />
          )}
        </Route>
        <Route path="/b/:board/experience/:id/edit">
          {({ board, id }) => <WritePage key={`${board} ${id}`} board={board} experience={id} />}
        </Route>
        <Route path="/b/:board/u/:unit">
          {({ board, unit }) => <UnitPage key={`${board} ${unit}`} board={board} unit={unit} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
